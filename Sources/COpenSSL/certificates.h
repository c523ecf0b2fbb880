#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>
#include <stdint.h>
#include <string.h>

// Certificates and paths (RFC 5280). What is NULL or negative here means "cannot be read".

// A certificate from DER without anything after it, or NULL; freed by X509_free.
static inline X509 *tamga_certificate(const uint8_t *der, size_t count) {
    const uint8_t *end = der;
    X509 *certificate = count <= 1 << 20 ? d2i_X509(NULL, &end, (long)count) : NULL;
    if (certificate && end != der + count) {
        X509_free(certificate);
        certificate = NULL;
    }
    ERR_clear_error();
    return certificate;
}

// 0 where some extension cannot be understood at all: then nothing it says can be relied on.
static inline int tamga_extensions_readable(X509 *certificate) {
    return (X509_get_extension_flags(certificate) & EXFLAG_INVALID) == 0;
}

static inline int tamga_self_issued(X509 *certificate) {
    return (X509_get_extension_flags(certificate) & EXFLAG_SI) != 0;
}

// The key usage bits (KU_...); all of them where the extension is absent.
static inline uint32_t tamga_key_usage(X509 *certificate) {
    return X509_get_key_usage(certificate);
}

// A name as text (RFC 4514) in UTF-8; the octets written.
static inline size_t tamga_name_text(const X509_NAME *name, uint8_t *out, size_t capacity) {
    BIO *text = BIO_new(BIO_s_mem());
    unsigned long form = XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB;
    size_t written = 0;
    if (text && name && X509_NAME_print_ex(text, name, 0, form) >= 0)
        BIO_read_ex(text, out, capacity, &written);
    BIO_free(text);
    ERR_clear_error();
    return written;
}

// How many extended key usages it names; -1 where the extension is absent.
static inline int tamga_extended_usage_count(X509 *certificate) {
    EXTENDED_KEY_USAGE *usages = X509_get_ext_d2i(certificate, NID_ext_key_usage, NULL, NULL);
    int count = usages ? sk_ASN1_OBJECT_num(usages) : -1;
    EXTENDED_KEY_USAGE_free(usages);
    ERR_clear_error();
    return count;
}

// The index-th of them in dotted decimal; the length written, 0 where it does not fit.
static inline int tamga_extended_usage(X509 *certificate, int index, char *out, int capacity) {
    EXTENDED_KEY_USAGE *usages = X509_get_ext_d2i(certificate, NID_ext_key_usage, NULL, NULL);
    int written = 0;
    if (usages && index < sk_ASN1_OBJECT_num(usages))
        written = OBJ_obj2txt(out, capacity, sk_ASN1_OBJECT_value(usages, index), 1);
    EXTENDED_KEY_USAGE_free(usages);
    ERR_clear_error();
    return written > 0 && written < capacity ? written : 0;
}

static inline STACK_OF(X509) *tamga_pool(void) { return sk_X509_new_null(); }

// The pool keeps no reference: the certificates must outlive it.
static inline int tamga_pool_add(STACK_OF(X509) *pool, X509 *certificate) {
    return sk_X509_push(pool, certificate) > 0;
}

static inline void tamga_pool_free(STACK_OF(X509) *pool) { sk_X509_free(pool); }

// More than any honest path has.
#define TAMGA_PATH_LIMIT 16

struct tamga_path {
    // 0, or the X509_V_ERR_... that ended the search, and the place in the path.
    int error, error_depth;
    // The place of a certificate with too weak a key or signature, or -1.
    int weak_depth;
    // From the leaf up, as far as it was built: the very pointers that were passed in.
    int count;
    X509 *certificates[TAMGA_PATH_LIMIT];
};

// Validity in time and strength are judged by the caller: they do not end the search.
static inline int tamga_path_judgement(int good, X509_STORE_CTX *context) {
    if (good) return 1;
    struct tamga_path *path = X509_STORE_CTX_get_app_data(context);
    switch (X509_STORE_CTX_get_error(context)) {
    case X509_V_ERR_CERT_NOT_YET_VALID:
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return 1;
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
        path->weak_depth = X509_STORE_CTX_get_error_depth(context);
        return 1;
    default:
        path->error = X509_STORE_CTX_get_error(context);
        path->error_depth = X509_STORE_CTX_get_error_depth(context);
        return 0;
    }
}

// Finds and checks a path from the leaf to a certificate of `anchors`, preferring certificates
// that are valid at `seconds`. Anchors need not be self-signed.
static inline void tamga_find_path(X509_STORE *anchors, X509 *leaf, STACK_OF(X509) *others,
                                   int64_t seconds, struct tamga_path *path) {
    memset(path, 0, sizeof *path);
    path->error = X509_V_ERR_UNSPECIFIED;
    path->weak_depth = -1;
    X509_STORE_CTX *context = X509_STORE_CTX_new();
    if (context && X509_STORE_CTX_init(context, anchors, leaf, others) == 1) {
        X509_VERIFY_PARAM *rules = X509_STORE_CTX_get0_param(context);
        X509_VERIFY_PARAM_set_time(rules, (time_t)seconds);
        X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
        X509_VERIFY_PARAM_set_depth(rules, TAMGA_PATH_LIMIT - 4);
        X509_VERIFY_PARAM_set_auth_level(rules, 2);
        X509_STORE_CTX_set_app_data(context, path);
        X509_STORE_CTX_set_verify_cb(context, tamga_path_judgement);
        path->error = 0;
        int found = X509_verify_cert(context);
        if (found != 1 && path->error == 0) path->error = X509_V_ERR_UNSPECIFIED;
        STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(context);
        for (int i = 0; i < sk_X509_num(chain) && i < TAMGA_PATH_LIMIT; i++) {
            path->certificates[i] = sk_X509_value(chain, i);
            path->count = i + 1;
        }
    }
    X509_STORE_CTX_free(context);
    ERR_clear_error();
}

// The first common name of a subject in UTF-8; the octets written, 0 where there is none.
static inline size_t tamga_common_name(X509 *certificate, uint8_t *out, size_t capacity) {
    X509_NAME *subject = X509_get_subject_name(certificate);
    int index = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    X509_NAME_ENTRY *entry = index < 0 ? NULL : X509_NAME_get_entry(subject, index);
    unsigned char *text = NULL;
    int count = entry ? ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(entry)) : 0;
    size_t written = count > 0 && (size_t)count <= capacity ? (size_t)count : 0;
    if (written) memcpy(out, text, written);
    OPENSSL_free(text);
    ERR_clear_error();
    return written;
}
