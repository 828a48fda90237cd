/* Many WebSockets on one meeting in one thread, and the announcements they wait for.
 *
 * listeners serve PORT TOKENS_FILE SOCKETS MEETING ANNOUNCER_TOKEN ROUNDS PAUSE_MS
 *   opens SOCKETS WebSockets (tokens in turn), subscribes each to the meeting, then posts ROUNDS announcements and waits until every socket has each.
 * listeners bare SOCKETS ROUNDS PAUSE_MS BYTES
 *   the floor: a child process writes one frame of BYTES to as many plain sockets, the same loop reads them.
 *
 * One line of JSON per round; times in ms (CLOCK_MONOTONIC): `created` is the 201 after the post left; `p50`, `p95`, `last` are sockets, counted from
 * just before the post; `afterCreated` is the last one counted from the 201; `own` is the processor time this program used meanwhile. Then one line `all` with every
 * socket's time of every round. Exits 1 when a socket is lost or a round is not over in time. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAX_SOCKETS 4000
#define MAX_ROUNDS 1000
#define BUFFER_BYTES 65536
#define ROUND_SECONDS 10
#define EVENTS 512
#define OPCODE_PING 9
#define OPCODE_CLOSE 8

typedef struct {
    int descriptor;
    size_t length;
    unsigned char *buffer;
    int served;
} Listener;

static Listener listeners[MAX_SOCKETS];
static double *times;
static int port;

static double now(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void fail(const char *what) {
    fprintf(stderr, "%s: %s\n", what, errno ? strerror(errno) : "no more");
    exit(1);
}

static void writeAll(int descriptor, const void *bytes, size_t count) {
    for (size_t done = 0; done < count;) {
        ssize_t n = send(descriptor, (const char *)bytes + done, count - done, MSG_NOSIGNAL);
        if (n > 0) done += n;
        else if (errno != EINTR && errno != EAGAIN) fail("write");
    }
}

static int connected(void) {
    int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (descriptor < 0 || connect(descriptor, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

/* A masked client frame (RFC 6455 §5.2); the mask is zero, which leaves the payload as it is. */
static void sendFrame(int descriptor, int opcode, const char *payload, size_t length) {
    unsigned char frame[512] = {0x80 | opcode};
    size_t head = 2;
    if (length > 400) fail("frame too long");
    if (length < 126) frame[1] = 0x80 | length;
    else frame[1] = 0x80 | 126, frame[2] = length >> 8, frame[3] = length & 255, head = 4;
    memset(frame + head, 0, 4);
    memcpy(frame + head + 4, payload, length);
    writeAll(descriptor, frame, head + 4 + length);
}

/* Takes whole frames off the front of the buffer. Returns whether one of them holds `marker`; answers pings. */
static int takeFrames(Listener *one, const char *marker) {
    size_t at = 0;
    int found = 0;
    while (one->length - at >= 2) {
        unsigned char *frame = one->buffer + at;
        uint64_t length = frame[1] & 127;
        size_t head = 2;
        if (length == 126) head = 4;
        if (length == 127) head = 10;
        if (one->length - at < head) break;
        if (head > 2) {
            length = 0;
            for (size_t i = 2; i < head; i++) length = length << 8 | frame[i];
        }
        if (one->length - at < head + length) break;
        int opcode = frame[0] & 15;
        if (opcode == OPCODE_CLOSE) errno = 0, fail("the server closed a socket");
        if (opcode == OPCODE_PING) sendFrame(one->descriptor, 10, (char *)frame + head, length);
        else if (memmem(frame + head, length, marker, strlen(marker))) found = 1;
        at += head + length;
    }
    memmove(one->buffer, one->buffer + at, one->length - at);
    one->length -= at;
    return found;
}

static ssize_t fill(Listener *one) {
    if (one->length == BUFFER_BYTES) errno = 0, fail("a frame larger than the buffer");
    ssize_t n = recv(one->descriptor, one->buffer + one->length, BUFFER_BYTES - one->length, 0);
    if (n == 0) errno = 0, fail("a socket was closed");
    if (n < 0 && errno != EAGAIN && errno != EINTR) fail("read");
    if (n > 0) one->length += n;
    return n;
}

/* Upgrade and subscription, one socket after the other, before anything is measured. */
static void subscribe(Listener *one, const char *token, const char *meeting) {
    char text[1024];
    one->descriptor = connected();
    int n = snprintf(text, sizeof text,
        "GET /api/v1/push HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: ecabinet.v1\r\nAuthorization: Bearer %s\r\n\r\n", port, token);
    writeAll(one->descriptor, text, n);
    unsigned char *end = NULL;
    while (!end) {
        if (fill(one) < 0) continue;
        end = memmem(one->buffer, one->length, "\r\n\r\n", 4);
    }
    if (one->length < 12 || memcmp(one->buffer, "HTTP/1.1 101", 12) != 0) {
        fprintf(stderr, "no upgrade: %.*s\n", (int)(end - one->buffer), one->buffer);
        exit(1);
    }
    size_t head = end + 4 - one->buffer;
    memmove(one->buffer, one->buffer + head, one->length - head);
    one->length -= head;
    n = snprintf(text, sizeof text, "{\"type\":\"subscribe\",\"stream\":\"meeting:%s\",\"epoch\":null,\"after\":null}", meeting);
    sendFrame(one->descriptor, 1, text, n);
    while (!takeFrames(one, "\"subscribed\"")) fill(one);
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double ranked(double *values, int count, double share) {
    int index = (int)(share * count + 0.999999) - 1;
    return values[index < 0 ? 0 : index];
}

/* Waits until every listener has the marker and, if there is an announcer, its 201. */
static void wait_for_all(int epoll, int count, const char *marker, int announcer, double start, double *created, int round) {
    struct epoll_event events[EVENTS];
    char answer[4096];
    int waiting = count;
    *created = announcer < 0 ? start : 0;
    for (int i = 0; i < count; i++) listeners[i].served = 0;
    while (waiting > 0 || *created == 0) {
        int n = epoll_wait(epoll, events, EVENTS, 1000);
        if (now(CLOCK_MONOTONIC) - start > ROUND_SECONDS * 1e3) {
            fprintf(stderr, "round %d: %d of %d sockets still wait after %d s\n", round, waiting, count, ROUND_SECONDS);
            exit(1);
        }
        for (int i = 0; i < n; i++) {
            int index = events[i].data.u32;
            if (index == MAX_SOCKETS) {
                ssize_t got = recv(announcer, answer, sizeof answer, 0);
                if (got <= 0) errno = 0, fail("the announcer's connection was closed");
                if (*created == 0) {
                    if (got < 12 || memcmp(answer, "HTTP/1.1 201", 12) != 0) return (void)fprintf(stderr, "%.*s\n", (int)got, answer), exit(1);
                    *created = now(CLOCK_MONOTONIC);
                }
                continue;
            }
            Listener *one = &listeners[index];
            if (fill(one) > 0 && takeFrames(one, marker) && !one->served) {
                times[(size_t)round * count + index] = now(CLOCK_MONOTONIC) - start;
                one->served = 1;
                waiting--;
            }
        }
    }
}

static void report(int round, int count, double start, double created, double own) {
    double sorted[MAX_SOCKETS];
    memcpy(sorted, times + (size_t)round * count, count * sizeof(double));
    qsort(sorted, count, sizeof(double), ascending);
    printf("{\"created\": %.3f, \"first\": %.3f, \"p50\": %.3f, \"p95\": %.3f, \"last\": %.3f, \"afterCreated\": %.3f, \"own\": %.3f}\n", created - start, sorted[0],
        ranked(sorted, count, 0.5), ranked(sorted, count, 0.95), sorted[count - 1], sorted[count - 1] - (created - start), own);
    fflush(stdout);
}


/* Listens to everything that is not measured until the sockets are quiet. */
static void drain(int epoll, int ms) {
    struct epoll_event events[EVENTS];
    double end = now(CLOCK_MONOTONIC) + ms, left;
    while ((left = end - now(CLOCK_MONOTONIC)) > 0) {
        int n = epoll_wait(epoll, events, EVENTS, (int)left + 1);
        for (int i = 0; i < n; i++)
            if (events[i].data.u32 < MAX_SOCKETS && fill(&listeners[events[i].data.u32]) > 0) takeFrames(&listeners[events[i].data.u32], "\"");
    }
}

static int watch(int count) {
    int epoll = epoll_create1(EPOLL_CLOEXEC);
    for (int i = 0; i < count; i++) {
        struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};
        fcntl(listeners[i].descriptor, F_SETFL, O_NONBLOCK);
        if (epoll_ctl(epoll, EPOLL_CTL_ADD, listeners[i].descriptor, &event) != 0) fail("epoll_ctl");
    }
    return epoll;
}

static void prepare(int count, int rounds) {
    struct rlimit limit;
    if (count < 1 || count > MAX_SOCKETS || rounds < 1 || rounds > MAX_ROUNDS) errno = EINVAL, fail("count");
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    times = calloc((size_t)rounds * count, sizeof(double));
    for (int i = 0; i < count; i++) listeners[i].buffer = malloc(BUFFER_BYTES);
}

static void finish(int count, int rounds) {
    size_t all = (size_t)count * rounds;
    qsort(times, all, sizeof(double), ascending);
    printf("{\"all\": %zu, \"p50\": %.3f, \"p95\": %.3f, \"max\": %.3f}\n", all, ranked(times, all, 0.5), ranked(times, all, 0.95), times[all - 1]);
}

static int serve(char **words) {
    port = atoi(words[0]);
    int count = atoi(words[2]), rounds = atoi(words[5]), pause = atoi(words[6]), known = 0;
    static char tokens[MAX_SOCKETS][128];
    FILE *file = fopen(words[1], "r");
    if (!file) fail(words[1]);
    while (known < MAX_SOCKETS && fscanf(file, "%127s", tokens[known]) == 1) known++;
    fclose(file);
    if (known == 0) errno = 0, fail("tokens");
    prepare(count, rounds);
    for (int i = 0; i < count; i++) subscribe(&listeners[i], tokens[i % known], words[3]);
    int epoll = watch(count), announcer = connected();
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = MAX_SOCKETS};
    epoll_ctl(epoll, EPOLL_CTL_ADD, announcer, &event);
    drain(epoll, 1000);
    for (int round = 0; round < rounds; round++) {
        char marker[64], body[256], post[1024];
        snprintf(marker, sizeof marker, "[bench %d]", round);
        int length = snprintf(body, sizeof body, "{\"text\":\"Đề nghị các đại biểu trở lại hội trường, phiên họp tiếp tục sau ít phút. %s\"}", marker);
        int n = snprintf(post, sizeof post,
            "POST /api/v1/meetings/%s/announcements HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
            words[3], port, words[4], length, body);
        double created, used = now(CLOCK_PROCESS_CPUTIME_ID), start = now(CLOCK_MONOTONIC);
        writeAll(announcer, post, n);
        wait_for_all(epoll, count, marker, announcer, start, &created, round);
        report(round, count, start, created, now(CLOCK_PROCESS_CPUTIME_ID) - used);
        drain(epoll, pause);
    }
    finish(count, rounds);
    return 0;
}

/* The child: takes `count` connections, then writes the frame to all of them for each byte on the pipe. */
static void broadcast(int listening, int count, int pipe, const unsigned char *frame, size_t length) {
    int sockets[MAX_SOCKETS], on = 1;
    char byte;
    for (int i = 0; i < count; i++) {
        if ((sockets[i] = accept(listening, NULL, NULL)) < 0) _exit(1);
        setsockopt(sockets[i], IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    while (read(pipe, &byte, 1) == 1)
        for (int i = 0; i < count; i++) writeAll(sockets[i], frame, length);
    _exit(0);
}

static int bare(char **words) {
    int count = atoi(words[0]), rounds = atoi(words[1]), pause = atoi(words[2]), bytes = atoi(words[3]), bell[2];
    const char *marker = "[bench]";
    static unsigned char frame[1024];
    if (bytes < 16 || bytes > 1000) errno = EINVAL, fail("bytes");
    frame[0] = 0x81, frame[1] = 126, frame[2] = bytes >> 8, frame[3] = bytes & 255;
    memset(frame + 4, 'x', bytes);
    memcpy(frame + 4, marker, strlen(marker));
    prepare(count, rounds);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listening = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listening, (struct sockaddr *)&address, sizeof address) != 0 || listen(listening, 1024) != 0 || pipe(bell) != 0) fail("listen");
    getsockname(listening, (struct sockaddr *)&address, &size);
    port = ntohs(address.sin_port);
    pid_t child = fork();
    if (child == 0) close(bell[1]), broadcast(listening, count, bell[0], frame, bytes + 4);
    close(bell[0]);
    for (int i = 0; i < count; i++) listeners[i].descriptor = connected();
    int epoll = watch(count);
    drain(epoll, 200);
    for (int round = 0; round < rounds; round++) {
        double created, used = now(CLOCK_PROCESS_CPUTIME_ID), start = now(CLOCK_MONOTONIC);
        if (write(bell[1], "!", 1) != 1) fail("bell");
        wait_for_all(epoll, count, marker, -1, start, &created, round);
        report(round, count, start, created, now(CLOCK_PROCESS_CPUTIME_ID) - used);
        drain(epoll, pause);
    }
    close(bell[1]);
    waitpid(child, NULL, 0);
    finish(count, rounds);
    return 0;
}

int main(int count, char **words) {
    if (count == 9 && strcmp(words[1], "serve") == 0) return serve(words + 2);
    if (count == 6 && strcmp(words[1], "bare") == 0) return bare(words + 2);
    return fprintf(stderr, "usage: listeners serve PORT TOKENS SOCKETS MEETING ANNOUNCER ROUNDS PAUSE_MS | listeners bare SOCKETS ROUNDS PAUSE_MS BYTES\n"), 64;
}
