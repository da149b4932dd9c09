#pragma once

#include <sqlite3.h>
#include <sys/vfs.h>

/* SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift cannot import: SQLite copies
   the bytes before the call returns. */
static inline int tower_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

static inline int tower_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/* Variadic in C: a schema of this file cannot call a function that has side effects, and views
   cannot reach table functions that were not declared harmless. */
static inline int tower_refuse_trusted_schema(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}

/* Variadic in C: defends the file against SQL that writes its own structure. */
static inline int tower_defend(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

/* The type of the file system that holds a path (see statfs(2)), or -1: Swift sees both a struct
   and a function called statfs and cannot tell them apart. */
static inline long tower_file_system_type(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (long)status.f_type : -1;
}
