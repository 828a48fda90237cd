import Rules
import Testing

@Suite("RFC 3339")
struct RFC3339Tests {
    @Test("reads what the RFC allows", arguments: [
        ("2026-11-22T08:00:00+07:00", 1_795_309_200_000), ("2026-11-22T01:00:00Z", 1_795_309_200_000), ("2026-11-22t01:00:00z", 1_795_309_200_000),
        ("2026-11-22T01:00:00.5Z", 1_795_309_200_500), ("2026-11-22T01:00:00.123456789Z", 1_795_309_200_123),
        ("2026-11-21T19:30:00-05:30", 1_795_309_200_000), ("2026-11-22T01:00:00-00:00", 1_795_309_200_000),
        ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59.999Z", -1), ("2024-02-29T00:00:00+07:00", 1_709_139_600_000),
    ] as [(String, Int64)])
    func reads(text: String, ms: Int64) { #expect(Timestamp(rfc3339: text)?.ms == ms) }

    @Test("refuses everything else", arguments: [
        "", "2026-11-22", "2026-11-22T08:00:00", "2026-11-22 08:00:00Z", "2026-11-22T08:00Z", "2026-11-22T24:00:00Z", "2026-11-22T08:60:00Z",
        "2026-11-22T08:00:60Z", "2026-02-29T08:00:00Z", "2026-13-01T08:00:00Z", "2026-11-22T08:00:00.Z", "2026-11-22T08:00:00,5Z",
        "2026-11-22T08:00:00+0700", "2026-11-22T08:00:00+07", "2026-11-22T08:00:00+24:00", "2026-11-22T08:00:00Z ", " 2026-11-22T08:00:00Z",
        "2026-11-22T08:00:00ZZ", "+2026-11-22T08:00:00Z", "26-11-22T08:00:00Z", "２026-11-22T08:00:00Z",
        "2026-11-22T08:00:00." + String(repeating: "1", count: 80) + "Z",
    ])
    func refuses(text: String) { #expect(Timestamp(rfc3339: text) == nil) }

    @Test("writes +07:00 and Z, with milliseconds only where there are any")
    func writes() {
        #expect(Timestamp(ms: 1_795_309_200_000).rfc3339 == "2026-11-22T08:00:00+07:00")
        #expect(Timestamp(ms: 1_795_309_200_007).rfc3339UTC == "2026-11-22T01:00:00.007Z")
        #expect(Timestamp(ms: -1).rfc3339UTC == "1969-12-31T23:59:59.999Z")
    }

    @Test("what it writes it reads")
    func roundTrip() {
        var random = Seeded(3)
        for _ in 0..<5000 {
            let instant = Timestamp(ms: Int64.random(in: -62_000_000_000_000...250_000_000_000_000, using: &random))
            #expect(Timestamp(rfc3339: instant.rfc3339) == instant)
            #expect(Timestamp(rfc3339: instant.rfc3339UTC) == instant)
        }
    }
}
