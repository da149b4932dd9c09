internal import CEdit
internal import Glibc
internal import Kernel

/// The lines that a person edits at a terminal, with history and completion (libedit).
final class EditedLines: LineSource {
  private let editor: OpaquePointer
  private let past: OpaquePointer
  private let historyFile: HistoryFile?
  private var newest: String?
  fileprivate var prompt: [CChar] = [0]
  fileprivate var completer: Completer?
  fileprivate var earlier = ""
  fileprivate var isDropped = false

  /// How many entries are kept.
  private static let limit = 5000

  /// Prepares the terminal; nil when that is not possible.
  ///
  /// - Parameter historyFile: where entries are kept; nil keeps them for the session only.
  init?(historyFile: HistoryFile?) {
    EditedLines.useUTF8()
    guard let editor = tower_edit_open("tower") else { return nil }
    guard let past = history_init() else {
      el_end(editor)
      return nil
    }
    self.editor = editor
    self.past = past
    self.historyFile = historyFile
    setUpHistory()
    setUpKeys()
  }

  deinit {
    history_end(past)
    el_end(editor)
  }

  /// A person types the lines.
  var isInteractive: Bool { true }

  /// Lets the person edit a line.
  func next(prompt: String, completer: Completer, earlier: String) throws -> LineReading {
    self.prompt = Array(prompt.utf8CString)
    self.completer = completer
    self.earlier = earlier
    isDropped = false
    var count: Int32 = 0
    let read = el_gets(editor, &count)
    guard !isDropped else { return .dropped }
    guard let read, count > 0 else {
      // The cursor still stands behind the prompt.
      Terminal.write("\n")
      return .end
    }
    let line = String(cString: read)
    return .line(line.hasSuffix("\n") ? String(line.dropLast()) : line)
  }

  /// Keeps an entry, also in the file.
  func remember(_ entry: String) {
    guard entry != newest else { return }
    newest = entry
    tower_history_add(past, entry)
    historyFile?.append(entry)
  }

  // MARK: Set-up

  // The store, the configuration and every answer are UTF-8; in another locale libedit would drop
  // each character beyond ASCII. Numbers and texts of the C library stay as they are.
  private static func useUTF8() {
    setlocale(LC_CTYPE, "")
    let codeset = nl_langinfo(Int32(CODESET)).map { String(cString: $0) }
    if codeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  private func setUpHistory() {
    tower_history_limit(past, Int32(EditedLines.limit))
    for entry in historyFile?.entries(limit: EditedLines.limit) ?? [] {
      tower_history_add(past, entry)
      newest = entry
    }
    tower_edit_use_history(editor, past)
  }

  private func setUpKeys() {
    tower_edit_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    tower_edit_prompt(editor) { editor in
      guard let lines = EditedLines.of(editor) else { return nil }
      return lines.prompt.withUnsafeMutableBufferPointer { $0.baseAddress }
    }
    tower_edit_style(editor, "emacs")
    tower_edit_watch_signals(editor)
    tower_edit_free_signal_keys(editor)
    tower_edit_add_function(editor, "tower-complete", "Completes the word") { editor, _ in
      UInt8(EditedLines.of(editor)?.complete() ?? CC_ERROR)
    }
    tower_edit_add_function(editor, "tower-drop", "Drops the line") { editor, _ in
      UInt8(EditedLines.of(editor)?.drop() ?? CC_ERROR)
    }
    tower_edit_add_function(editor, "tower-suspend", "Suspends the program") { _, _ in
      // The editor's own handler gives the terminal back first.
      raise(SIGTSTP)
      return UInt8(CC_REDISPLAY)
    }
    tower_edit_bind(editor, "\t", "tower-complete")
    tower_edit_bind(editor, "^Z", "tower-suspend")
    tower_edit_bind(editor, "^C", "tower-drop")
    tower_edit_bind(editor, "^R", "em-inc-search-prev")
  }

  private static func of(_ editor: OpaquePointer?) -> EditedLines? {
    guard let editor, let client = tower_edit_client(editor) else { return nil }
    return Unmanaged<EditedLines>.fromOpaque(client).takeUnretainedValue()
  }

  // MARK: Keys

  private func drop() -> Int32 {
    // First behind the whole of the line, which may fill several rows: the key comes once more when
    // the editor has drawn the cursor there.
    if let info = el_line(editor)?.pointee, let cursor = info.cursor, let end = info.lastchar,
      cursor < end
    {
      el_cursor(editor, Int32(end - cursor))
      el_push(editor, "\u{3}")
      return CC_CURSOR
    }
    isDropped = true
    Terminal.write("^C\n")
    return CC_EOF
  }

  private func complete() -> Int32 {
    guard let info = el_line(editor)?.pointee, let completer else { return CC_ERROR }
    let before = EditedLines.text(info.buffer, info.cursor)
    let following = EditedLines.text(info.cursor, info.lastchar)
    let completion = completer.completion(of: before, following: following, earlier: earlier)
    if let replacement = completion.replacement {
      el_deletestr(editor, Int32(completion.word.unicodeScalars.count))
      return el_insertstr(editor, replacement) == 0 ? CC_REFRESH : CC_ERROR
    }
    guard !completion.candidates.isEmpty else { return CC_REFRESH_BEEP }
    var size = winsize()
    let width = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 80
    Terminal.write("\n" + CandidateList(completion.candidates, width: width).text)
    return CC_REDISPLAY
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ end: UnsafePointer<CChar>?) -> String {
    guard let start, let end, start < end else { return "" }
    return UnsafeRawBufferPointer(start: start, count: end - start)
      .withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
  }
}
