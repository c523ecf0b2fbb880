#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/md5.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

// Digest of bytes by the function whose digests have this many octets: MD5, SHA-1 or SHA-2.
// The low-level functions: EVP looks its algorithms up anew for each digest.
static inline void tamga_digest(int size, const uint8_t *bytes, size_t count, uint8_t *out) {
    union {
        MD5_CTX md5;
        SHA_CTX sha1;
        SHA256_CTX sha256;
        SHA512_CTX sha512;
    } state;
    switch (size) {
    case 16:
        MD5_Init(&state.md5);
        MD5_Update(&state.md5, bytes, count);
        MD5_Final(out, &state.md5);
        break;
    case 20:
        SHA1_Init(&state.sha1);
        SHA1_Update(&state.sha1, bytes, count);
        SHA1_Final(out, &state.sha1);
        break;
    case 28:
        SHA224_Init(&state.sha256);
        SHA224_Update(&state.sha256, bytes, count);
        SHA224_Final(out, &state.sha256);
        break;
    case 32:
        SHA256_Init(&state.sha256);
        SHA256_Update(&state.sha256, bytes, count);
        SHA256_Final(out, &state.sha256);
        break;
    case 48:
        SHA384_Init(&state.sha512);
        SHA384_Update(&state.sha512, bytes, count);
        SHA384_Final(out, &state.sha512);
        break;
    case 64:
        SHA512_Init(&state.sha512);
        SHA512_Update(&state.sha512, bytes, count);
        SHA512_Final(out, &state.sha512);
        break;
    }
}

// 1 when two DER names are the same after folding string types, case and white space.
static inline int tamga_same_name(const uint8_t *left, size_t left_count, const uint8_t *right,
                                  size_t right_count) {
    X509_NAME *a = d2i_X509_NAME(NULL, &left, (long)left_count);
    X509_NAME *b = d2i_X509_NAME(NULL, &right, (long)right_count);
    int same = a && b && X509_NAME_cmp(a, b) == 0;
    X509_NAME_free(a);
    X509_NAME_free(b);
    ERR_clear_error();
    return same;
}

// How a signature is padded. RSA_PSS needs the salt's length and the digest of its mask.
enum tamga_padding { TAMGA_RSA_PKCS1 = 1, TAMGA_RSA_PSS = 2 };

static inline int tamga_set_padding(EVP_PKEY_CTX *context, enum tamga_padding padding,
                                    const EVP_MD *mask, int salt) {
    if (padding == TAMGA_RSA_PKCS1)
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) > 0;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) > 0
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, salt) > 0
        && EVP_PKEY_CTX_set_rsa_mgf1_md(context, mask) > 0;
}

// The three that follow verify a signature over a digest that is known already. 1: valid.
// The first two build the key by the low-level functions: d2i_PUBKEY alone takes twice as long
// as the verification that it is for.

// `point` is an encoded point of the curve with this NID.
static inline int tamga_verify_ecdsa(int curve, const uint8_t *point, size_t point_count,
                                     const uint8_t *digest, size_t digest_count,
                                     const uint8_t *signature, size_t signature_count) {
    EC_KEY *key = EC_KEY_new_by_curve_name(curve);
    int valid = key && EC_KEY_oct2key(key, point, point_count, NULL) == 1
        && ECDSA_verify(0, digest, (int)digest_count, signature, (int)signature_count, key) == 1;
    EC_KEY_free(key);
    ERR_clear_error();
    return valid;
}

// PKCS#1 v1.5; `key` is a DER RSAPublicKey.
static inline int tamga_verify_rsa(const uint8_t *key, size_t key_count, const char *digest_name,
                                   const uint8_t *digest, size_t digest_count,
                                   const uint8_t *signature, size_t signature_count) {
    const EVP_MD *hash = EVP_get_digestbyname(digest_name);
    RSA *public_key = d2i_RSAPublicKey(NULL, &key, (long)key_count);
    int valid = hash && public_key
        && RSA_verify(EVP_MD_get_type(hash), digest, (unsigned)digest_count, signature,
                      (unsigned)signature_count, public_key) == 1;
    RSA_free(public_key);
    ERR_clear_error();
    return valid;
}

// PSS; `key` is a DER SubjectPublicKeyInfo, which may restrict how it is to be used.
static inline int tamga_verify_pss(const uint8_t *key, size_t key_count, const char *digest_name,
                                   const char *mask_name, int salt, const uint8_t *digest,
                                   size_t digest_count, const uint8_t *signature,
                                   size_t signature_count) {
    int valid = 0;
    const EVP_MD *hash = EVP_get_digestbyname(digest_name);
    const EVP_MD *mask = EVP_get_digestbyname(mask_name);
    EVP_PKEY *public_key = d2i_PUBKEY(NULL, &key, (long)key_count);
    EVP_PKEY_CTX *context = public_key ? EVP_PKEY_CTX_new(public_key, NULL) : NULL;
    if (hash && mask && context && EVP_PKEY_verify_init(context) > 0
        && tamga_set_padding(context, TAMGA_RSA_PSS, mask, salt)
        && EVP_PKEY_CTX_set_signature_md(context, hash) > 0)
        valid = EVP_PKEY_verify(context, signature, signature_count, digest, digest_count) == 1;
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(public_key);
    ERR_clear_error();
    return valid;
}

// Ed25519 (RFC 8032), which signs the message itself; `key` is a DER SubjectPublicKeyInfo.
static inline int tamga_verify_ed25519(const uint8_t *key, size_t key_count,
                                       const uint8_t *message, size_t message_count,
                                       const uint8_t *signature, size_t signature_count) {
    EVP_PKEY *public_key = d2i_PUBKEY(NULL, &key, (long)key_count);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int valid = public_key && context && EVP_PKEY_get_base_id(public_key) == EVP_PKEY_ED25519
        && EVP_DigestVerifyInit(context, NULL, NULL, NULL, public_key) == 1
        && EVP_DigestVerify(context, signature, signature_count, message, message_count) == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(public_key);
    ERR_clear_error();
    return valid;
}

// An RSA key from DER PKCS#8, or NULL; freed by EVP_PKEY_free.
static inline EVP_PKEY *tamga_rsa_key(const uint8_t *pkcs8, size_t count) {
    PKCS8_PRIV_KEY_INFO *info = d2i_PKCS8_PRIV_KEY_INFO(NULL, &pkcs8, (long)count);
    EVP_PKEY *key = info ? EVP_PKCS82PKEY(info) : NULL;
    PKCS8_PRIV_KEY_INFO_free(info);
    ERR_clear_error();
    int kind = key ? EVP_PKEY_get_base_id(key) : 0;
    if (kind == EVP_PKEY_RSA || kind == EVP_PKEY_RSA_PSS) return key;
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

// An RSA signature over the digest of bytes; octets written, 0 on failure. PSS: a salt as long
// as the digest, the mask by the same hash function.
static inline size_t tamga_rsa_sign(EVP_PKEY *key, const char *digest_name,
                                    enum tamga_padding padding, const uint8_t *bytes,
                                    size_t count, uint8_t *out, size_t capacity) {
    size_t written = capacity;
    const EVP_MD *digest = EVP_get_digestbyname(digest_name);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_PKEY_CTX *key_context = NULL;
    if (!context || !digest
        || EVP_DigestSignInit(context, &key_context, digest, NULL, key) != 1
        || !tamga_set_padding(key_context, padding, digest, RSA_PSS_SALTLEN_DIGEST)
        || EVP_DigestSign(context, out, &written, bytes, count) != 1)
        written = 0;
    EVP_MD_CTX_free(context);
    ERR_clear_error();
    return written;
}
