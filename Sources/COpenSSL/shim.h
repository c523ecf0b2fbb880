#define OPENSSL_SUPPRESS_DEPRECATED 1
#include "certificates.h"
#include "ciphers.h"
#include "gost.h"
#include "keys.h"
#include "sha256.h"
#include "signatures.h"
