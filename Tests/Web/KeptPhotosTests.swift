import Cabinet
import Rules
import Testing
@testable import Web

/// A photo of a form that came back with a mistake waits an hour for the form's own token.
@Suite("Photos kept for a form")
struct KeptPhotosTests {
    private static let start = Timestamp(ms: 1_763_800_200_125)
    private let kept = KeptPhotos()

    private func photo(_ name: String) -> CleanedPhoto {
        CleanedPhoto(sha256: String(repeating: "a", count: 64), bytes: 1, mediaType: "image/jpeg", name: name, widthPx: 1, heightPx: 1)
    }

    @Test("only the form's own token finds it, as often as it asks")
    func token() {
        kept.keep(photo("trước.jpg"), for: "a", at: Self.start)
        for _ in 0..<3 { #expect(kept.photo(of: "a", at: Self.start + 1)?.name == "trước.jpg") }
        #expect(kept.photo(of: "b", at: Self.start) == nil && kept.photo(of: "", at: Self.start) == nil)
    }

    @Test("another photo of the same form takes its place")
    func replaced() {
        kept.keep(photo("một"), for: "a", at: Self.start)
        kept.keep(photo("hai"), for: "a", at: Self.start + 1)
        #expect(kept.photo(of: "a", at: Self.start + 2)?.name == "hai")
    }

    @Test("after an hour it is forgotten")
    func hour() {
        kept.keep(photo("một"), for: "a", at: Self.start)
        #expect(kept.photo(of: "a", at: Self.start + 3599) != nil)
        #expect(kept.photo(of: "a", at: Self.start + 3600) == nil)
        kept.keep(photo("hai"), for: "b", at: Self.start + 3600)
        #expect(kept.photo(of: "a", at: Self.start) == nil, "gone, not hidden")
    }

    @Test("beyond the limit the oldest goes")
    func bound() {
        for n in 0...KeptPhotos.most { kept.keep(photo("\(n)"), for: "t\(n)", at: Self.start + Int64(n) / 10) }
        let now = Self.start + 300
        #expect((0..<10).count { kept.photo(of: "t\($0)", at: now) != nil } == 9)
        #expect(kept.photo(of: "t\(KeptPhotos.most)", at: now) != nil)
    }
}
