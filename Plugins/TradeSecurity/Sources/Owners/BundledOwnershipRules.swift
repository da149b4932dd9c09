/// The ownership rules that hold where the settings name no other of the same name.
///
/// They are settings like those of a deployment, read by the same schema, so that a rule that
/// changes is changed in a file.
enum BundledOwnershipRules {
  static let text = """
    rules:
      - name: ofac
        title: "OFAC 50 percent rule, owners together"
        lists: [ofac-sdn]
        threshold: "50"
        comparison: at_least
        valid: {from: 2014-08-13}
        source: "OFAC, Revised Guidance on Entities Owned by Persons Whose Property and Interests in Property Are Blocked, 13 August 2014; FAQ 398 to 402"
        checked_on: 2026-11-24
        note: "Control without ownership does not block by this rule (FAQ 398); the Treasury urges caution."
      - name: ofac
        title: "OFAC 50 percent rule, one owner"
        lists: [ofac-sdn]
        threshold: "50"
        comparison: at_least
        aggregation: one_owner
        valid: {from: 2008-02-14, until: 2014-08-13}
        source: "OFAC, Guidance on Entities Owned by Persons Whose Property and Interests in Property Are Blocked, 14 February 2008"
        checked_on: 2026-11-24
      - name: bis
        title: "BIS 50 % affiliates rule"
        lists: ["us-csl:EL", "us-csl:MEU", ofac-sdn]
        threshold: "50"
        comparison: at_least
        valid: {from: 2025-09-29}
        suspended:
          - from: 2025-11-10
            until: 2026-11-09
            includes_end: true
            citation: "One Year Suspension of Expansion of End-User Controls for Affiliates of Certain Listed Entities, 90 FR of 12 November 2025"
            note: "The notice puts the rule back on 10 November 2026 unless it is extended; whether it was is not reported in the sources."
        source: "Expansion of End-User Controls to Cover Affiliates of Certain Listed Entities, Federal Register document 2025-19001"
        checked_on: 2026-11-24
        note: "The requirements of the strictest listed owner apply to the affiliate. Of the SDN list only some programmes count; all its parties are taken here."
      - name: eu
        title: "EU ownership or control"
        lists: [eu-fsf]
        threshold: "50"
        comparison: more_than
        decisive: [board, control]
        valid: {from: 2018-05-04}
        source: "Council of the European Union, EU Best Practices for the effective implementation of restrictive measures, 8519/18, 4 May 2018, paragraphs 62 to 67"
        checked_on: 2026-11-24
        note: "Ownership or control makes it a presumption that can be rebutted case by case; that assessment is not made here."
      - name: uk
        title: "UK ownership or control by one person"
        lists: [uk-ofsi]
        threshold: "50"
        comparison: more_than
        aggregation: one_owner
        measured: [shares, votes]
        decisive: [board, control]
        valid: {from: 2020-12-31}
        source: "The Russia (Sanctions) (EU Exit) Regulations 2019, SI 2019/855, regulation 7 and schedule 1; OFSI general guidance on ownership and control"
        checked_on: 2026-11-24
        note: "Shares of several designated persons add up only where they act by a joint arrangement; record that as control."
      - name: lookthrough
        title: "Look-through: shares multiplied along chains"
        lists: [ofac-sdn, eu-fsf, uk-ofsi, un-consolidated]
        threshold: "50"
        comparison: at_least
        method: multiplication
        valid: {}
        source: "arithmetic, no authority's rule"
        note: "An economic share, for comparison: no authority blocks by it."
    """
}
