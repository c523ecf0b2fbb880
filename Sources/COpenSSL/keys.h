#include <openssl/crypto.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>

// Hands the password over. It must not be longer than PEM_BUFSIZE; without one nothing is asked.
static inline int tamga_password(char *buffer, int size, int writing, void *password) {
    (void)writing;
    int count = password ? (int)strlen((const char *)password) : -1;
    if (count > size) return -1;
    if (count > 0) memcpy(buffer, password, (size_t)count);
    return count;
}

// DER PKCS#8 of a key: octets needed when `out` is NULL, else octets written.
static inline size_t tamga_pkcs8(EVP_PKEY *key, uint8_t *out) {
    PKCS8_PRIV_KEY_INFO *info = EVP_PKEY2PKCS8(key);
    int count = info ? i2d_PKCS8_PRIV_KEY_INFO(info, out ? &out : NULL) : 0;
    PKCS8_PRIV_KEY_INFO_free(info);
    ERR_clear_error();
    return count > 0 ? (size_t)count : 0;
}

// The first private key of a PEM file, or NULL; freed by EVP_PKEY_free. `password` may be NULL.
static inline EVP_PKEY *tamga_pem_key(const uint8_t *bytes, size_t count, char *password) {
    BIO *source = BIO_new_mem_buf(bytes, (int)count);
    EVP_PKEY *key = source ? PEM_read_bio_PrivateKey(source, NULL, tamga_password, password) : NULL;
    BIO_free(source);
    ERR_clear_error();
    return key;
}

// A PKCS#12 file with a library context of its own, in which the algorithms that files of the
// last century are encrypted with (RC2, 40 bits) are allowed where libcrypto still has them; the
// process's own context stays as it is.
typedef struct {
    OSSL_LIB_CTX *context;
    OSSL_PROVIDER *common, *legacy;
    PKCS12 *file;
} tamga_pkcs12;

static inline void tamga_pkcs12_close(tamga_pkcs12 *opened) {
    PKCS12_free(opened->file);
    if (opened->legacy) OSSL_PROVIDER_unload(opened->legacy);
    if (opened->common) OSSL_PROVIDER_unload(opened->common);
    OSSL_LIB_CTX_free(opened->context);
    memset(opened, 0, sizeof *opened);
    ERR_clear_error();
}

// 1, or 0 when the bytes are no PKCS#12 file.
static inline int tamga_pkcs12_open(tamga_pkcs12 *opened, const uint8_t *bytes, size_t count) {
    memset(opened, 0, sizeof *opened);
    opened->context = OSSL_LIB_CTX_new();
    if (!opened->context) return 0;
    opened->common = OSSL_PROVIDER_load(opened->context, "default");
    opened->legacy = OSSL_PROVIDER_load(opened->context, "legacy");
    opened->file = PKCS12_init_ex(NID_pkcs7_data, opened->context, NULL);
    const uint8_t *end = bytes;
    if (opened->file && d2i_PKCS12(&opened->file, &end, (long)count) && end == bytes + count)
        return 1;
    tamga_pkcs12_close(opened);
    return 0;
}

// Whether the password fits; an empty one is tried in both of its forms (RFC 7292, appendix B.1).
static inline int tamga_pkcs12_fits(tamga_pkcs12 *opened, const char *password) {
    int fits = !PKCS12_mac_present(opened->file)
        || PKCS12_verify_mac(opened->file, password, -1) == 1
        || (!*password && PKCS12_verify_mac(opened->file, NULL, 0) == 1);
    ERR_clear_error();
    return fits;
}

// Takes the key and the certificates, the key's own first. 1, or 0: undecipherable or damaged.
static inline int tamga_pkcs12_parse(tamga_pkcs12 *opened, const char *password, EVP_PKEY **key,
                                     STACK_OF(X509) **certificates) {
    X509 *own = NULL;
    *key = NULL;
    *certificates = NULL;
    int parsed = PKCS12_parse(opened->file, password, key, &own, certificates) == 1;
    if (own && !*certificates) *certificates = sk_X509_new_null();
    if (own && (!*certificates || sk_X509_unshift(*certificates, own) <= 0)) {
        X509_free(own);
        parsed = 0;
    }
    ERR_clear_error();
    return parsed;
}

static inline int tamga_certificate_count(STACK_OF(X509) *certificates) {
    int count = certificates ? sk_X509_num(certificates) : 0;
    return count > 0 ? count : 0;
}

// DER of a certificate: octets needed when `out` is NULL, else octets written.
static inline size_t tamga_stack_certificate(STACK_OF(X509) *certificates, int index, uint8_t *out) {
    int count = i2d_X509(sk_X509_value(certificates, index), out ? &out : NULL);
    ERR_clear_error();
    return count > 0 ? (size_t)count : 0;
}

static inline void tamga_certificates_free(STACK_OF(X509) *certificates) {
    sk_X509_pop_free(certificates, X509_free);
}
