#pragma once

#include <yaml.h>

/* The members of an event live in a union, whose anonymous structs Swift imports under generated
   names; these readers give them names that stay. */
static inline const char *tower_scalar_bytes(const yaml_event_t *event, size_t *count) {
  *count = event->data.scalar.length;
  return (const char *)event->data.scalar.value;
}

static inline int tower_scalar_is_plain(const yaml_event_t *event) {
  return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}
