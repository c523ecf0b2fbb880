#include <openssl/sha.h>
#include <stdint.h>
#include <string.h>

// SHA-256 whose progress can be written down and taken up again. EVP cannot export a state;
// the low-level functions can, field by field. The written form is ours, not the struct's:
//
//   offset  bytes
//   0       4      "TS2\x01": mark and format version
//   4       32     the eight working words, big-endian
//   36      8      bytes hashed so far * 8, big-endian
//   44      4      length of the tail (0...63), big-endian
//   48      64     the tail not yet compressed, then zeros
#define TAMGA_SHA256_STATE_SIZE 112

typedef SHA256_CTX tamga_sha256;

static inline void tamga_put32(uint8_t *out, uint32_t value) {
    for (int i = 0; i < 4; i++) out[i] = (uint8_t)(value >> (24 - 8 * i));
}

static inline uint32_t tamga_get32(const uint8_t *in) {
    return (uint32_t)in[0] << 24 | (uint32_t)in[1] << 16 | (uint32_t)in[2] << 8 | in[3];
}

static inline void tamga_sha256_init(tamga_sha256 *state) {
    memset(state, 0, sizeof *state);
    SHA256_Init(state);
}

static inline void tamga_sha256_update(tamga_sha256 *state, const void *bytes, size_t count) {
    if (count > 0) SHA256_Update(state, bytes, count);
}

// The caller passes a copy when it wants to go on hashing.
static inline void tamga_sha256_final(tamga_sha256 *state, uint8_t digest[32]) {
    SHA256_Final(digest, state);
}

static inline void tamga_sha256_export(const tamga_sha256 *state,
                                       uint8_t out[TAMGA_SHA256_STATE_SIZE]) {
    static const uint8_t mark[4] = {'T', 'S', '2', 1};
    memset(out, 0, TAMGA_SHA256_STATE_SIZE);
    memcpy(out, mark, 4);
    for (int i = 0; i < 8; i++) tamga_put32(out + 4 + 4 * i, state->h[i]);
    tamga_put32(out + 36, state->Nh);
    tamga_put32(out + 40, state->Nl);
    tamga_put32(out + 44, state->num);
    memcpy(out + 48, state->data, state->num);
}

// 1 when `in` is a state that tamga_sha256_export can have written, else 0.
static inline int tamga_sha256_import(tamga_sha256 *state,
                                      const uint8_t in[TAMGA_SHA256_STATE_SIZE]) {
    static const uint8_t mark[4] = {'T', 'S', '2', 1};
    uint32_t bits = tamga_get32(in + 40), tail = tamga_get32(in + 44);
    if (memcmp(in, mark, 4) != 0 || bits % 8 != 0 || tail != bits / 8 % 64) return 0;
    for (uint32_t i = 48 + tail; i < TAMGA_SHA256_STATE_SIZE; i++)
        if (in[i] != 0) return 0;
    tamga_sha256_init(state);
    for (int i = 0; i < 8; i++) state->h[i] = tamga_get32(in + 4 + 4 * i);
    state->Nh = tamga_get32(in + 36);
    state->Nl = bits;
    state->num = tail;
    memcpy(state->data, in + 48, tail);
    return 1;
}
