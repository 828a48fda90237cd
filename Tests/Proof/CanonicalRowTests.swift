import Crypto
import Testing
import Proof

/// Golden values were computed by a program of another language from the sentence in the design: domain, then length-prefixed fields.
@Suite("The canonical row")
struct CanonicalRowTests {
    private let opened = CanonicalRow(
        stream: "meeting:m1", seq: 1, kind: "meeting.opened", at: 1_763_800_200_125, actor: "person:u7", audience: "meeting:m1",
        body: #"{"meeting":"m1","state":"open"}"#)
    private let polled = CanonicalRow(
        stream: "meeting:m1", seq: 2, kind: "poll.opened", at: 1_763_800_201_000, actor: "clock", audience: "meeting:m1 !person:u9",
        body: #"{"title":"Nghị quyết Đà Nẵng"}"#)

    @Test("the bytes of a row are those of the log format, for ever")
    func bytes() {
        #expect(
            Hex.encode(opened.bytes)
                == "65636162696e65742e6c6f672e76310000000a6d656574696e673a6d3100000001310000000e6d656574696e672e6f70656e65640000000d31373633383030323030313235"
                + "00000009706572736f6e3a75370000000a6d656574696e673a6d310000001f7b226d656574696e67223a226d31222c227374617465223a226f70656e227d")
    }

    @Test("lengths count UTF-8 bytes, not letters")
    func utf8() {
        #expect(
            Hex.encode(polled.bytes)
                == "65636162696e65742e6c6f672e76310000000a6d656574696e673a6d3100000001320000000b706f6c6c2e6f70656e65640000000d31373633383030323031303030"
                + "00000005636c6f636b000000156d656574696e673a6d312021706572736f6e3a7539"
                + "000000267b227469746c65223a224e6768e1bb8b20717579e1babf7420c490c3a0204ee1bab56e67227d")
    }

    @Test("the hashes of a chain of two rows are those of the log format, for ever")
    func chain() {
        let first = opened.hash(after: CanonicalRow.origin)
        #expect(Hex.encode(first) == "feee9a0209f54618dfae9690adc73c6ced2e6f223a7bdb44fe0718e0bcfb6c4c")
        #expect(Hex.encode(polled.hash(after: first)) == "637c4ec9de1991038af2a3b9ecdd8b5af0c92cf5779093f127a9499b64c3178b")
    }

    @Test("the first row of a stream follows thirty-two zero bytes")
    func origin() {
        #expect(CanonicalRow.origin == [UInt8](repeating: 0, count: 32))
    }

    @Test("the hash is SHA-256 over the parent and the row, nothing between")
    func concatenation() {
        let parent = [UInt8](repeating: 0xAB, count: 32)
        #expect(polled.hash(after: parent) == Array(SHA256.hash(data: parent + polled.bytes)))
    }

    @Test("a text cannot slide from one field into the next")
    func injective() {
        var a = opened, b = opened
        (a.kind, a.actor) = ("ab", "c")
        (b.kind, b.actor) = ("a", "bc")
        #expect(a.bytes != b.bytes)
        (a.audience, a.body) = ("", "x")
        (b.audience, b.body) = ("x", "")
        b.kind = a.kind
        b.actor = a.actor
        #expect(a.bytes != b.bytes)
    }

    @Test("every field is covered: changing any one changes the hash")
    func coverage() {
        let hash = opened.hash(after: CanonicalRow.origin)
        let changes: [@Sendable (inout CanonicalRow) -> Void] = [
            { $0.stream = "meeting:m2" }, { $0.seq = 2 }, { $0.kind = "meeting.closed" }, { $0.at += 1 }, { $0.actor = "person:u8" },
            { $0.audience = "house" }, { $0.body += " " },
        ]
        for change in changes {
            var row = opened
            change(&row)
            #expect(row.hash(after: CanonicalRow.origin) != hash)
        }
        #expect(opened.hash(after: hash) != hash)
    }

    @Test("numbers are written in decimal, the smallest included")
    func numbers() {
        var row = opened
        row.seq = .max
        row.at = .min
        let text = String(decoding: row.bytes, as: UTF8.self)
        #expect(text.contains("9223372036854775807"))
        #expect(text.contains("-9223372036854775808"))
    }
}
