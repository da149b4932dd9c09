import FoundationEssentials
import NameMatching
import TestSupport

/// The score of a query against one listed name.
func score(
  _ query: String, _ listed: String, _ party: ListedName.Party = .organisation,
  asked: ListedName.Party? = nil
) -> Double {
  var comparison = NameComparison()
  return comparison.score(
    NameQuery(query, party: asked),
    ListedQuery(ListedName(entry: "list:1", text: listed, party: party)))
}

/// The default threshold of the module.
let threshold = 0.723
