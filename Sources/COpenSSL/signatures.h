#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

// Digest of bytes under a name that libcrypto knows; the number of octets written, 0 on failure.
static inline unsigned tamga_digest(const char *name, const uint8_t *bytes, size_t count,
                                    uint8_t *out) {
    unsigned written = 0;
    const EVP_MD *digest = EVP_get_digestbyname(name);
    if (!digest || EVP_Digest(bytes, count, out, &written, digest, NULL) != 1) written = 0;
    return written;
}

// How a signature is padded. RSA_PSS needs the salt's length and the digest of its mask.
enum tamga_padding { TAMGA_ECDSA = 0, TAMGA_RSA_PKCS1 = 1, TAMGA_RSA_PSS = 2 };

static inline int tamga_set_padding(EVP_PKEY_CTX *context, enum tamga_padding padding,
                                    const EVP_MD *mask, int salt) {
    if (padding == TAMGA_ECDSA) return 1;
    if (padding == TAMGA_RSA_PKCS1)
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) > 0;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) > 0
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, salt) > 0
        && EVP_PKEY_CTX_set_rsa_mgf1_md(context, mask) > 0;
}

// Verifies a signature over a digest that is known already.
// `key` is a DER SubjectPublicKeyInfo. 1: valid, 0: not valid, -1: a key that cannot be used.
static inline int tamga_verify_digest(const uint8_t *key, size_t key_count,
                                      enum tamga_padding padding, const char *digest_name,
                                      const char *mask_name, int salt, const uint8_t *digest,
                                      size_t digest_count, const uint8_t *signature,
                                      size_t signature_count) {
    int result = -1;
    const EVP_MD *hash = EVP_get_digestbyname(digest_name);
    const EVP_MD *mask = EVP_get_digestbyname(mask_name);
    EVP_PKEY *public_key = d2i_PUBKEY(NULL, &key, (long)key_count);
    EVP_PKEY_CTX *context = public_key ? EVP_PKEY_CTX_new(public_key, NULL) : NULL;
    if (hash && mask && context && EVP_PKEY_verify_init(context) > 0
        && tamga_set_padding(context, padding, mask, salt)
        && EVP_PKEY_CTX_set_signature_md(context, hash) > 0)
        result = EVP_PKEY_verify(context, signature, signature_count, digest, digest_count) == 1;
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(public_key);
    ERR_clear_error();
    return result;
}

// An RSA key from DER PKCS#8, or NULL; freed by EVP_PKEY_free.
static inline EVP_PKEY *tamga_rsa_key(const uint8_t *pkcs8, size_t count) {
    PKCS8_PRIV_KEY_INFO *info = d2i_PKCS8_PRIV_KEY_INFO(NULL, &pkcs8, (long)count);
    EVP_PKEY *key = info ? EVP_PKCS82PKEY(info) : NULL;
    PKCS8_PRIV_KEY_INFO_free(info);
    ERR_clear_error();
    if (key && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA) return key;
    EVP_PKEY_free(key);
    return NULL;
}

// Its SubjectPublicKeyInfo in DER: octets needed when `out` is NULL, else octets written.
static inline size_t tamga_public_key(EVP_PKEY *key, uint8_t *out) {
    int count = i2d_PUBKEY(key, out ? &out : NULL);
    ERR_clear_error();
    return count > 0 ? (size_t)count : 0;
}

static inline size_t tamga_signature_size(EVP_PKEY *key) {
    return (size_t)EVP_PKEY_get_size(key);
}

// PKCS#1 v1.5 with SHA-256 over bytes; octets written, 0 on failure.
static inline size_t tamga_rsa_sign(EVP_PKEY *key, const uint8_t *bytes, size_t count,
                                    uint8_t *out, size_t capacity) {
    size_t written = capacity;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (!context || EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, key) != 1
        || EVP_DigestSign(context, out, &written, bytes, count) != 1)
        written = 0;
    EVP_MD_CTX_free(context);
    ERR_clear_error();
    return written;
}
