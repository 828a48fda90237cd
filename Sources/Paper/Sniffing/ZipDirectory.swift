/// The directory at the end of a ZIP file (PKWARE APPNOTE 4.3), read as far as it takes to tell an office document.
enum ZipDirectory {
    static let firstBytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    /// The end record is 22 bytes and a comment of at most 65535.
    private static let endWithinBytes = 22 + 65535
    private static let maxDirectoryBytes = 1 << 20
    private static let maxEntries = 4096
    private static let maxMimetypeBytes = 100

    private static let openDocument: [FileKind] = [.odt, .ods, .odp]

    static func kind<Failure>(of file: FileBytes<Failure>) throws(Failure) -> FileKind {
        let tailAt = max(0, file.count - endWithinBytes)
        let tail = try file.read(at: tailAt, count: endWithinBytes)
        guard let end = endRecord(in: tail),
            let length = tail.littleEndian(4, at: end + 12), let start = tail.littleEndian(4, at: end + 16),
            start + length <= tailAt + end
        else { return .unknown }
        var hasContentTypes = false
        var office = FileKind.unknown
        for entry in entries(in: try file.read(at: start, count: min(length, maxDirectoryBytes))) {
            switch entry.name {
            case "[Content_Types].xml": hasContentTypes = true
            case "word/document.xml": office = .docx
            case "xl/workbook.xml", "xl/workbook.bin": office = .xlsx
            case "ppt/presentation.xml": office = .pptx
            case "mimetype":
                let type = try stored(entry, in: file)
                if let kind = openDocument.first(where: { $0.mediaType == type }) { return kind }
            default: break
            }
        }
        return hasContentTypes ? office : .unknown
    }

    private static func endRecord(in tail: [UInt8]) -> Int? {
        guard tail.count >= 22 else { return nil }
        return (0...(tail.count - 22)).reversed().first {
            tail[$0] == 0x50 && tail.littleEndian(4, at: $0) == 0x0605_4B50 && tail.littleEndian(2, at: $0 + 20) == tail.count - $0 - 22
        }
    }

    private struct Entry {
        var name: String
        var method, length, headerAt: Int
    }

    private static func entries(in directory: [UInt8]) -> [Entry] {
        var entries: [Entry] = []
        var at = 0
        while entries.count < maxEntries, directory.littleEndian(4, at: at) == 0x0201_4B50,
            let method = directory.littleEndian(2, at: at + 10), let length = directory.littleEndian(4, at: at + 20),
            let name = directory.littleEndian(2, at: at + 28), let extra = directory.littleEndian(2, at: at + 30),
            let comment = directory.littleEndian(2, at: at + 32), let headerAt = directory.littleEndian(4, at: at + 42),
            at + 46 + name <= directory.count
        {
            entries.append(Entry(name: String(decoding: directory[(at + 46)..<(at + 46 + name)], as: UTF8.self), method: method, length: length, headerAt: headerAt))
            at += 46 + name + extra + comment
        }
        return entries
    }

    /// The content of a small entry stored without compression, as OpenDocument demands of `mimetype`.
    private static func stored<Failure>(_ entry: Entry, in file: FileBytes<Failure>) throws(Failure) -> String? {
        guard entry.method == 0, entry.length <= maxMimetypeBytes else { return nil }
        let header = try file.read(at: entry.headerAt, count: 30)
        guard header.starts(with: firstBytes), let name = header.littleEndian(2, at: 26), let extra = header.littleEndian(2, at: 28) else { return nil }
        return String(decoding: try file.read(at: entry.headerAt + 30 + name + extra, count: entry.length), as: UTF8.self)
    }
}
