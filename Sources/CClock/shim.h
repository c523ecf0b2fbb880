#include <sys/timex.h>

// The kernel's word on its clock, changing nothing: 1 kept right by somebody, 0 not, -1 unknown.
static inline int tamga_clock_is_synchronised(void) {
    struct timex state = {.modes = 0};
    if (adjtimex(&state) < 0) return -1;
    return (state.status & STA_UNSYNC) == 0;
}
