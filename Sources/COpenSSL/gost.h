#include <openssl/engine.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509.h>

// GOST R 34.10-2012 and Streebog (RFC 7091, RFC 6986), which libcrypto has from an engine.

// Makes the engine's keys and digests known to the whole process. 1, or 0 where there is none.
// Ciphers and random numbers stay as they are.
static inline int tamga_gost_load(void) {
    const unsigned methods = ENGINE_METHOD_PKEY_METHS | ENGINE_METHOD_PKEY_ASN1_METHS
        | ENGINE_METHOD_DIGESTS;
    ENGINE_load_builtin_engines();
    ENGINE *engine = ENGINE_by_id("gost");
    int loaded = engine && ENGINE_init(engine) == 1 && ENGINE_set_default(engine, methods) == 1
        && EVP_get_digestbynid(NID_id_GostR3411_2012_256)
        && EVP_get_digestbynid(NID_id_GostR3411_2012_512);
    ENGINE_free(engine);
    ERR_clear_error();
    return loaded;
}

// A Streebog digest of so many octets in progress, or NULL; freed by EVP_MD_CTX_free.
static inline EVP_MD_CTX *tamga_streebog(int size) {
    const EVP_MD *kind = EVP_get_digestbynid(
        size == 64 ? NID_id_GostR3411_2012_512 : NID_id_GostR3411_2012_256);
    EVP_MD_CTX *digest = kind ? EVP_MD_CTX_new() : NULL;
    if (digest && EVP_DigestInit_ex(digest, kind, NULL) != 1) {
        EVP_MD_CTX_free(digest);
        digest = NULL;
    }
    ERR_clear_error();
    return digest;
}

static inline EVP_MD_CTX *tamga_streebog_copy(const EVP_MD_CTX *digest) {
    EVP_MD_CTX *copy = EVP_MD_CTX_new();
    if (copy && EVP_MD_CTX_copy_ex(copy, digest) != 1) {
        EVP_MD_CTX_free(copy);
        copy = NULL;
    }
    ERR_clear_error();
    return copy;
}

// `key` is a DER SubjectPublicKeyInfo, `signature` s and r, big-endian (RFC 4490 §3). 1: valid.
// The digest must be as long as Streebog makes them: the engine asserts it.
static inline int tamga_verify_gost(const uint8_t *key, size_t key_count, const uint8_t *digest,
                                    size_t digest_count, const uint8_t *signature,
                                    size_t signature_count) {
    EVP_PKEY *public_key = d2i_PUBKEY(NULL, &key, (long)key_count);
    EVP_PKEY_CTX *context = public_key ? EVP_PKEY_CTX_new(public_key, NULL) : NULL;
    int valid = (digest_count == 32 || digest_count == 64) && context
        && EVP_PKEY_verify_init(context) > 0
        && EVP_PKEY_verify(context, signature, signature_count, digest, digest_count) == 1;
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(public_key);
    ERR_clear_error();
    return valid;
}
