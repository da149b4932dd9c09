import Configuration
import Testing
import Vocabulary

@Suite("The JSON Schema of a configuration")
struct JSONSchemaTests {
  @Test("says what the schema says: types, ranges, choices, defaults, required and closed keys")
  func snapshot() {
    let schema = Schema(
      title: "Job", doc: "A \"job\".",
      fields: [
        Field("id", .text, isRequired: true, doc: "The identifier."),
        Field("workers", .integer(1...8), default: .integer(2), doc: "How many."),
        Field("ratio", .number(0 ... .infinity), isRequired: true, doc: "A ratio."),
        Field("mode", .choice(["fast", "exact"]), default: .text("fast"), doc: "A mode."),
        Field("days", .list(.day, minimumCount: 1), isRequired: true, doc: "The days."),
        Field("extra", .dictionary(.scalar), isRequired: true, doc: "Anything."),
      ])
    #expect(
      schema.jsonSchema() == """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Job",
          "description": "A \\"job\\".",
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "description": "The identifier."
            },
            "workers": {
              "type": ["integer", "null"],
              "minimum": 1,
              "maximum": 8,
              "description": "How many.",
              "default": 2
            },
            "ratio": {
              "type": "number",
              "minimum": 0,
              "description": "A ratio."
            },
            "mode": {
              "enum": ["fast", "exact", null],
              "description": "A mode.",
              "default": "fast"
            },
            "days": {
              "type": "array",
              "items": {
                "type": "string",
                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
              },
              "minItems": 1,
              "description": "The days."
            },
            "extra": {
              "type": "object",
              "additionalProperties": {
                "type": ["string", "number", "boolean"]
              },
              "description": "Anything."
            }
          },
          "required": ["id", "ratio", "days", "extra"],
          "additionalProperties": false
        }

        """)
  }

  @Test("covers every type, and is the same on every call")
  func everyType() {
    let text = Fixtures.schema.jsonSchema()
    #expect(text == Fixtures.schema.jsonSchema())
    for field in Fixtures.schema.fields { #expect(text.contains("\"\(field.name)\": {")) }
    #expect(text.contains("경계"))
  }
}
