#pragma once

#include <histedit.h>
#include <stdio.h>

/* stdin, stdout and stderr are mutable C globals, which Swift 6 does not let a program touch. */
static inline EditLine *tower_edit_open(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}

/* el_set, el_get and history are variadic in C, which Swift cannot call: one function for each use. */

static inline int tower_edit_prompt(EditLine *editor, char *(*prompt)(EditLine *)) {
  return el_set(editor, EL_PROMPT, prompt);
}

static inline int tower_edit_style(EditLine *editor, const char *style) {
  return el_set(editor, EL_EDITOR, style);
}

/* The editor restores the terminal when the program is suspended, and draws anew when it changes
   its size. */
static inline int tower_edit_watch_signals(EditLine *editor) {
  return el_set(editor, EL_SIGNAL, 1);
}

static inline int tower_edit_set_client(EditLine *editor, void *client) {
  return el_set(editor, EL_CLIENTDATA, client);
}

static inline void *tower_edit_client(EditLine *editor) {
  void *client = NULL;
  return el_get(editor, EL_CLIENTDATA, &client) == 0 ? client : NULL;
}

static inline int tower_edit_add_function(EditLine *editor, const char *name, const char *help,
                                          unsigned char (*function)(EditLine *, int)) {
  return el_set(editor, EL_ADDFN, name, help, function);
}

static inline int tower_edit_bind(EditLine *editor, const char *key, const char *function) {
  return el_set(editor, EL_BIND, key, function, NULL);
}

/* While a line is edited, the keys that send signals are keys like any other. Disabling the
   interrupt character alone ("intr=") is accepted by libedit 3.1 and has no effect. */
static inline int tower_edit_free_signal_keys(EditLine *editor) {
  return el_set(editor, EL_SETTY, "-d", "-isig", NULL);
}

static inline int tower_edit_use_history(EditLine *editor, History *past) {
  return el_set(editor, EL_HIST, history, past);
}

static inline int tower_history_limit(History *past, int count) {
  HistEvent event;
  return history(past, &event, H_SETSIZE, count);
}

static inline int tower_history_add(History *past, const char *entry) {
  HistEvent event;
  return history(past, &event, H_ENTER, entry);
}
