import Foundation
import PaperWire
import Testing
@testable import Examiner

@Suite("Photos")
struct PhotoTests {
    /// A picture that differs everywhere: waves of several lengths.
    private static func picture(_ width: Int, _ height: Int, seed: Double = 1) -> PhotoPixels {
        var bytes = [UInt8](repeating: 0, count: width * height * 4)
        for y in 0..<height {
            for x in 0..<width {
                let (u, v) = (Double(x) / Double(width), Double(y) / Double(height))
                let light = 127 + 60 * sin(u * 17 * seed + v * 5) + 60 * cos(v * 23 - u * 9 * seed)
                for part in 0..<3 { bytes[(y * width + x) * 4 + part] = UInt8(max(0, min(255, light + Double(part) * 3))) }
            }
        }
        return PhotoPixels(widthPx: width, heightPx: height, bytes: bytes)
    }

    /// An EXIF segment: orientation, an instant with its offset, a place; little-endian, laid out by hand after TIFF 6.0.
    private static func exif(orientation: UInt16, taken: String = "2026:11:21 09:00:11", offset: String = "+07:00") -> [UInt8] {
        func two(_ n: Int) -> [UInt8] { [UInt8(n & 255), UInt8(n >> 8 & 255)] }
        func four(_ n: Int) -> [UInt8] { two(n & 0xFFFF) + two(n >> 16) }
        func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] { two(tag) + two(type) + four(count) + value }
        let main = 8, details = main + 2 + 3 * 12 + 4, place = details + 2 + 2 * 12 + 4, values = place + 2 + 4 * 12 + 4
        let texts = Array((taken + "\0" + offset + "\0").utf8)
        let latitude = values + texts.count, longitude = latitude + 24
        var tiff: [UInt8] = [0x49, 0x49, 42, 0] + four(main)
        tiff += two(3) + entry(0x0112, 3, 1, two(Int(orientation)) + [0, 0]) + entry(0x8769, 4, 1, four(details)) + entry(0x8825, 4, 1, four(place)) + four(0)
        tiff += two(2) + entry(0x9003, 2, 20, four(values)) + entry(0x9011, 2, 7, four(values + 20)) + four(0)
        tiff += two(4) + entry(1, 2, 2, [0x4E, 0, 0, 0]) + entry(2, 5, 3, four(latitude)) + entry(3, 2, 2, [0x45, 0, 0, 0]) + entry(4, 5, 3, four(longitude)) + four(0)
        tiff += texts
        for (degrees, minutes, hundredths) in [(21, 1, 3000), (105, 51, 0)] { tiff += four(degrees) + four(1) + four(minutes) + four(1) + four(hundredths) + four(100) }
        let body = Array("Exif\0\0".utf8) + tiff
        return [0xFF, 0xE1, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 255)] + body
    }

    private static func photo(_ pixels: PhotoPixels, exif: [UInt8] = []) throws -> [UInt8] {
        let file = try JPEGFile.encode(pixels)
        return Array(file[..<2]) + exif + Array(file[2...])
    }

    private func clean(_ file: [UInt8], sidePx: Int = 512) throws -> (findings: PhotoFindings, file: [UInt8]) {
        try Fixtures.withFile(file) { input in
            try Fixtures.withFile([]) { output in
                let findings = try Examiner().photo(path: input, maxSidePx: sidePx, output: output)
                return (findings, try Fixtures.bytes(output))
            }
        }
    }

    @Test("what the camera wrote is told to the server and stands in the copy no more")
    func stripped() throws {
        let original = try Self.photo(Self.picture(640, 480), exif: Self.exif(orientation: 1))
        let (findings, copy) = try clean(original)
        #expect(findings.takenAt == "2026-11-21T09:00:11" && findings.offset == "+07:00")
        #expect(abs((findings.latitude ?? 0) - (21 + 1.0 / 60 + 30.0 / 3600)) < 1e-9 && abs((findings.longitude ?? 0) - (105 + 51.0 / 60)) < 1e-9)
        #expect(findings.widthPx == 512 && findings.heightPx == 384 && findings.bytes == copy.count)
        #expect(copy.starts(with: JPEGFile.firstBytes) && String(decoding: copy, as: UTF8.self).contains("Exif") == false)
        #expect(Exif(jpeg: copy) == Exif(jpeg: []))
    }

    @Test("a photo stands upright, however the telephone was held", arguments: 1...8)
    func upright(orientation: Int) throws {
        let original = try Self.photo(Self.picture(320, 160), exif: Self.exif(orientation: UInt16(orientation)))
        let (findings, _) = try clean(original)
        #expect(findings.widthPx == (orientation < 5 ? 320 : 160) && findings.heightPx == (orientation < 5 ? 160 : 320))
    }

    @Test("turning and turning back is the same picture", arguments: [(2, 2), (3, 3), (4, 4), (5, 5), (6, 8), (7, 7), (8, 6)])
    func turns(there: Int, back: Int) {
        let picture = Self.picture(40, 24)
        var turned = picture.upright(there).upright(back)
        for at in stride(from: 3, to: turned.bytes.count, by: 4) { turned.bytes[at] = picture.bytes[at] }
        #expect(turned == picture)
        #expect(there == 2 || picture.upright(there).upright(there == 6 ? 6 : there == 8 ? 8 : 2) != picture)
    }

    @Test("the same picture smaller, paler or saved anew has the same hash, within four bits; another has not")
    func hash() throws {
        let picture = Self.picture(640, 480)
        let same = try clean(try Self.photo(picture), sidePx: 200).findings.differenceHash
        #expect((same ^ picture.differenceHash).nonzeroBitCount <= 4)
        var pale = picture
        pale.bytes = pale.bytes.map { $0 / 2 + 100 }
        #expect((pale.differenceHash ^ picture.differenceHash).nonzeroBitCount <= 4)
        #expect((Self.picture(640, 480, seed: 2.3).differenceHash ^ picture.differenceHash).nonzeroBitCount > 10)
    }

    @Test("what is no photo, or a photo cut off, is refused", arguments: ["", "text", "%PDF-1.7", "\u{FFFD}"])
    func noPhoto(text: String) throws {
        #expect(throws: Refused.self) { try clean(Array(text.utf8)) }
        let file = try Self.photo(Self.picture(200, 200))
        for length in [3, 20, file.count / 2, file.count - 200] { #expect(throws: Refused.self, "\(length)") { try clean(Array(file[..<length])) } }
    }

    @Test("a header that promises a billion pixels costs nothing")
    func bomb() {
        let side: [UInt8] = [0, 0, 0xFF, 0xFF]
        let png = PNGFile.firstBytes + [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52] + side + side + [8, 2, 0, 0, 0, 0, 0, 0, 0]
        #expect { try clean(png) } throws: { ($0 as? Refused)?.code == .tooComplex }
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0xFF, 0xFF, 0xFF, 0xFF, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]
        #expect(throws: Refused.self) { try clean(jpeg) }
    }

    @Test("whatever stands in an EXIF block, it is read or passed over", arguments: 0..<20 as Range<UInt64>)
    func mutatedExif(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let file = try Self.photo(Self.picture(16, 16), exif: Self.exif(orientation: 6))
        for _ in 0..<200 {
            var changed = file
            for _ in 0..<Int.random(in: 1...6, using: &random) { changed[Int.random(in: 6..<220, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            let exif = Exif(jpeg: changed)
            #expect((1...8).contains(exif.orientation))
            if let latitude = exif.latitude { #expect(abs(latitude) <= 90) }
        }
    }
}
