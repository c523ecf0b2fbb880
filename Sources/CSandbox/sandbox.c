#include "CSandbox.h"
int tamga_sandbox_placeholder(void) { return 0; }
