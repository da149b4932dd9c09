internal import Store

/// The table of the segments of flows; no question reads it, `flows` is the way to them.
enum FlowSchema {
  // The rows of the table before were of no segment: their files are imported again, and for that
  // their sources must not count as held.
  static let migration = Migration(
    number: 3, name: "flows as compressed segments",
    sql: """
      CREATE TABLE flow_segment (
        edition TEXT NOT NULL, year INTEGER NOT NULL, month INTEGER NOT NULL,
        first_product INTEGER NOT NULL, last_product INTEGER NOT NULL,
        row_count INTEGER NOT NULL, product_count INTEGER NOT NULL, group_count INTEGER NOT NULL,
        first_importer INTEGER NOT NULL, last_importer INTEGER NOT NULL,
        first_exporter INTEGER NOT NULL, last_exporter INTEGER NOT NULL,
        keys_checksum INTEGER NOT NULL, values_checksum INTEGER NOT NULL,
        quantities_checksum INTEGER NOT NULL,
        keys BLOB NOT NULL, value_block BLOB NOT NULL, quantity_block BLOB NOT NULL,
        PRIMARY KEY (edition, year, month, first_product, last_product)
      ) STRICT;
      DROP TABLE flow;
      DELETE FROM tower_source_part WHERE dataset = 'baci';
      """)
}
