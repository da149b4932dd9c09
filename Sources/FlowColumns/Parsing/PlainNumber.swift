/// Reads digits; more than `most` of them, or none, give a number that no field may have.
@inline(__always)
func number(_ place: inout UnsafePointer<UInt8>, most: Int) -> Int {
  let start = place
  var number = 0
  while case let digit = place.pointee &- zero, digit <= 9 {
    number = number &* 10 &+ Int(digit)
    place += 1
  }
  let digits = place - start
  return digits > 0 && digits <= most ? number : Int(UInt32.max)
}

/// Reads digits with at most one point, as `decimalNumber` of `Tabular` does; -2 for anything that is
/// not plain or has more than fifteen digits.
///
/// A significand below 2^53 and a power of ten up to 22 are exact, so the division rounds once
/// (Clinger, "How to read floating point numbers accurately", 1990).
@inline(__always)
func decimal(_ place: inout UnsafePointer<UInt8>) -> Double {
  let start = place
  var significand = 0
  while case let digit = place.pointee &- zero, digit <= 9 {
    significand = significand &* 10 &+ Int(digit)
    place += 1
  }
  var digits = place - start
  var scale = 1.0
  if place.pointee == UInt8(ascii: ".") {
    place += 1
    let fraction = place
    while case let digit = place.pointee &- zero, digit <= 9 {
      significand = significand &* 10 &+ Int(digit)
      scale *= 10
      place += 1
    }
    digits &+= place - fraction
  }
  return digits > 0 && digits <= 15 ? Double(significand) / scale : -2
}

/// Reads a quantity, which is blank or NA where it is not known; spaces around it do not matter.
///
/// -2 for anything else.
@inline(__always)
func quantity(_ place: inout UnsafePointer<UInt8>) -> Double {
  while place.pointee == space { place += 1 }
  var quantity = Flow.unknown
  if place.pointee == UInt8(ascii: "N"), place[1] == UInt8(ascii: "A") {
    place += 2
  } else if place.pointee &- zero <= 9 || place.pointee == UInt8(ascii: ".") {
    quantity = decimal(&place)
  }
  while place.pointee == space { place += 1 }
  return quantity
}

private let zero = UInt8(ascii: "0")
let space = UInt8(ascii: " ")
