#include <limits.h>
#include <openssl/evp.h>
#include <openssl/rc4.h>
#include <stddef.h>
#include <stdint.h>

// The ciphers that encrypted PDF files use (ISO 32000-2, 7.6.3).

// AES in CBC mode without padding (NIST SP 800-38A) over whole blocks; a key of 16 or 32 octets.
// `out` has room for as many octets as there are. 1: done.
static inline int tamga_aes_cbc(int encrypt, const uint8_t *key, size_t key_count,
                                const uint8_t *vector, const uint8_t *bytes, size_t count,
                                uint8_t *out) {
    int written = 0;
    const EVP_CIPHER *cipher = key_count == 32 ? EVP_aes_256_cbc() : EVP_aes_128_cbc();
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    int done = context && (key_count == 16 || key_count == 32) && count % 16 == 0
        && count <= INT_MAX
        && EVP_CipherInit_ex(context, cipher, NULL, key, vector, encrypt) == 1
        && EVP_CIPHER_CTX_set_padding(context, 0) == 1
        && EVP_CipherUpdate(context, out, &written, bytes, (int)count) == 1
        && (size_t)written == count;
    EVP_CIPHER_CTX_free(context);
    return done;
}

// RC4, which is its own inverse, by the low-level function: EVP has it in another provider only.
static inline void tamga_rc4(const uint8_t *key, size_t key_count, const uint8_t *bytes,
                             size_t count, uint8_t *out) {
    RC4_KEY state;
    RC4_set_key(&state, (int)key_count, key);
    RC4(&state, count, bytes, out);
}
