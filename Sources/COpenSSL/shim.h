#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/* STACK_OF and a few calls are macros, which Swift does not import. */
static inline STACK_OF(X509) *ec_X509_stack_new(void) { return sk_X509_new_null(); }
static inline int ec_X509_stack_push(STACK_OF(X509) *s, X509 *x) { return sk_X509_push(s, x); }
static inline int ec_X509_stack_count(const STACK_OF(X509) *s) { return s ? sk_X509_num(s) : 0; }
static inline X509 *ec_X509_stack_at(const STACK_OF(X509) *s, int i) { return sk_X509_value(s, i); }
/* Frees the stack, not what is on it. */
static inline void ec_X509_stack_free(STACK_OF(X509) *s) { sk_X509_free(s); }
static inline void ec_free(void *p) { OPENSSL_free(p); }
