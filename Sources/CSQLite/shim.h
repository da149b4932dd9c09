#pragma once

#include <sqlite3.h>
#include <stddef.h>
#include <sys/vfs.h>

/* A search of the C library that is linear in both lengths; its header shows it to GNU sources
   alone. */
extern void *memmem(const void *text, size_t count, const void *part, size_t part_count);

static inline const void *tower_find(const void *text, size_t count, const void *part,
                                     size_t part_count) {
  return memmem(text, count, part, part_count);
}

/* SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift cannot import: SQLite copies
   the bytes before the call returns. The 64-bit forms refuse a text that is too long by a code. */
static inline int tower_bind_text(sqlite3_stmt *statement, int index, const char *bytes,
                                  sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int tower_bind_blob(sqlite3_stmt *statement, int index, const void *bytes,
                                  sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

static inline void tower_result_text(sqlite3_context *context, const char *bytes,
                                     sqlite3_uint64 count) {
  sqlite3_result_text64(context, bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline void tower_result_blob(sqlite3_context *context, const void *bytes,
                                     sqlite3_uint64 count) {
  sqlite3_result_blob64(context, bytes, count, SQLITE_TRANSIENT);
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

/* Variadic in C: a name in double quotes is never taken for a text, so that a misspelt column is an
   error and no constant. */
static inline void tower_refuse_quoted_texts(sqlite3 *connection) {
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
}

/* Variadic in C: declares a virtual table harmless, so that views may use it. */
static inline int tower_declare_innocuous(sqlite3 *connection) {
  return sqlite3_vtab_config(connection, SQLITE_VTAB_INNOCUOUS);
}

/* Variadic in C: a copy of a text that SQLite will free. */
static inline char *tower_copy_text(const char *text) {
  return sqlite3_mprintf("%s", text);
}

/* A virtual table and its cursor begin with SQLite's own struct; Swift promises no layout for a
   struct of its own, so the two are declared here. */
typedef struct {
  sqlite3_vtab base;
  void *function;
} tower_table;

typedef struct {
  sqlite3_vtab_cursor base;
  void *scan;
} tower_cursor;

/* The type of the file system that holds a path (see statfs(2)), or -1: Swift sees both a struct
   and a function called statfs and cannot tell them apart. */
static inline long tower_file_system_type(const char *path) {
  struct statfs status;
  return statfs(path, &status) == 0 ? (long)status.f_type : -1;
}
