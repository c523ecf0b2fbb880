#include "CClock.h"

#include <sys/timex.h>
#include <time.h>

int tamga_clock_is_synchronised(void) {
    struct timex state = {.modes = 0}; // nothing is changed, which needs no right
    if (adjtimex(&state) < 0) return -1;
    return (state.status & STA_UNSYNC) == 0;
}

int64_t tamga_clock_microseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}
