#include "CClock.h"

#include <sys/timex.h>

int tamga_clock_is_synchronised(void) {
    struct timex state = {.modes = 0}; // nothing is changed, which needs no right
    if (adjtimex(&state) < 0) return -1;
    return (state.status & STA_UNSYNC) == 0;
}
