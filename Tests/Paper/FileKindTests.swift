import Testing
@testable import Paper

@Suite("What an upload is")
struct FileKindTests {
    static let samples: [(FileKind, [UInt8])] = [
        (.pdf, Array("%PDF-1.7\n".utf8)),
        (.pdf, Array(repeating: 0x20, count: 1019) + Array("%PDF-1.4".utf8)),
        (.unknown, Array(repeating: 0x20, count: 1020) + Array("%PDF-1.4".utf8)),
        (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]),
        (.jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10]),
        (.tiff, [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]),
        (.tiff, [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8]),
        (.docx, zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")])),
        (.docx, zip([("word/document.xml", "<w/>"), ("docProps/app.xml", ""), ("[Content_Types].xml", "<Types/>")], comment: "made by a test")),
        (.xlsx, zip([("[Content_Types].xml", ""), ("xl/workbook.xml", "")])),
        (.pptx, zip([("[Content_Types].xml", ""), ("ppt/presentation.xml", "")])),
        (.odt, zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "")])),
        (.ods, zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "")])),
        (.odp, zip([("mimetype", "application/vnd.oasis.opendocument.presentation"), ("content.xml", "")])),
        (.unknown, zip([("mimetype", "application/epub+zip")])),
        (.unknown, zip([("word/document.xml", "no content types")])),
        (.unknown, zip([("inner.docx", String(decoding: zip([("[Content_Types].xml", ""), ("word/document.xml", "")]), as: UTF8.self))])),
        (.unknown, Array(zip([("[Content_Types].xml", ""), ("word/document.xml", "")]).dropLast(30))),
        (.doc, compound(["Root Entry", "1Table", "WordDocument"])),
        (.xls, compound(["Root Entry", "Workbook"])),
        (.ppt, compound(["Root Entry", "Pictures", "Current User", "SummaryInformation", "DocumentSummaryInformation", "PowerPoint Document"])),
        (.unknown, compound(["Root Entry", "EncryptedPackage", "EncryptionInfo"])),
        (.unknown, []),
        (.unknown, [0x50, 0x4B, 0x03, 0x04]),
        (.unknown, Array("plain text".utf8)),
        (.unknown, Array("<html>".utf8)),
    ]

    @Test("is told from its bytes", arguments: samples.indices)
    func sample(_ index: Int) {
        #expect(FileKind.sniff(Self.samples[index].1) == Self.samples[index].0)
    }

    @Test("is told alike from a file, and there is none where there is no file")
    func files() throws {
        let scratch = try Scratch()
        for (number, (kind, bytes)) in Self.samples.enumerated() {
            #expect(try FileKind.sniff(fileAt: scratch.write("\(number)", bytes)) == kind)
        }
        #expect(try FileKind.sniff(fileAt: scratch.path + "/none") == nil)
    }

    @Test("damaged bytes have an answer too", arguments: UInt64(1)...20)
    func damaged(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for (_, sample) in Self.samples {
            for _ in 0..<50 {
                var bytes = sample
                for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = [0, 0xFF, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random)!
                }
                _ = FileKind.sniff(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))))
                _ = FileKind.sniff(bytes)
            }
        }
    }

    /// A ZIP of stored entries (PKWARE APPNOTE 4.3); checksums are left zero, since nothing here reads them.
    static func zip(_ entries: [(name: String, content: String)], comment: String = "") -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in entries {
            let common = [20, 0, 0, 0, 0].flatMap { number($0, 2) } + number(0, 4) + number(content.utf8.count, 4) + number(content.utf8.count, 4)
                + number(name.utf8.count, 2) + number(0, 2)
            directory += [0x50, 0x4B, 0x01, 0x02, 20, 0] + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(file.count, 4) + Array(name.utf8)
            file += [0x50, 0x4B, 0x03, 0x04] + common + Array(name.utf8) + Array(content.utf8)
        }
        let end = [0x50, 0x4B, 0x05, 0x06] + number(0, 2) + number(0, 2) + number(entries.count, 2) + number(entries.count, 2)
            + number(directory.count, 4) + number(file.count, 4) + number(comment.utf8.count, 2) + Array(comment.utf8)
        return file + directory + end
    }

    /// A compound file of 512-byte sectors: header, FAT in sector 0, the directory from sector 1 on.
    static func compound(_ names: [String]) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        header.replaceSubrange(0..<8, with: CompoundFile.firstBytes)
        header.replaceSubrange(30..<32, with: number(9, 2))
        header.replaceSubrange(48..<52, with: number(1, 4))
        header.replaceSubrange(76..<80, with: number(0, 4))
        let sectors = (names.count + 3) / 4
        let chain = [0xFFFF_FFFD] + (1...sectors).map { $0 == sectors ? 0xFFFF_FFFE : $0 + 1 }
        var fat = chain.flatMap { number($0, 4) }
        fat += [UInt8](repeating: 0xFF, count: 512 - fat.count)
        var directory: [UInt8] = []
        for name in names {
            let units = name.utf16.flatMap { number(Int($0), 2) }
            directory += units + [UInt8](repeating: 0, count: 64 - units.count) + number(units.count + 2, 2) + [UInt8](repeating: 0, count: 62)
        }
        directory += [UInt8](repeating: 0, count: sectors * 512 - directory.count)
        return header + fat + directory
    }

    static func number(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
}
