#ifndef TAMGA_CCLOCK_H
#define TAMGA_CCLOCK_H

#include <stdint.h>

// The kernel's word on its clock: 1 kept right by somebody, 0 not, -1 unknown.
int tamga_clock_is_synchronised(void);

// Microseconds since 1970, in UTC.
int64_t tamga_clock_microseconds(void);

#endif
