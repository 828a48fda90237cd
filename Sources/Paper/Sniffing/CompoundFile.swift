/// The directory of an OLE compound file ([MS-CFB]), read as far as it takes to tell Word, Excel and PowerPoint from
/// installers, mails and encrypted packages.
enum CompoundFile {
    static let firstBytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    /// Sectors of directory looked at: a chain in a damaged file may run in a circle.
    private static let maxDirectorySectors = 64
    private static let headerBytes = 512
    private static let entryBytes = 128
    /// Numbers of FAT sectors that stand in the header itself; enough for files of 7 MiB and more, and directories lie early.
    private static let fatSectorsInHeader = 109

    static func kind<Failure>(of file: FileBytes<Failure>) throws(Failure) -> FileKind {
        let header = try file.read(at: 0, count: headerBytes)
        guard header.count == headerBytes, let shift = header.littleEndian(2, at: 30), shift == 9 || shift == 12,
            var sector = header.littleEndian(4, at: 48)
        else { return .unknown }
        let sectorBytes = 1 << shift
        for _ in 0..<maxDirectorySectors {
            let entries = try file.read(at: (sector + 1) << shift, count: sectorBytes)
            for at in stride(from: 0, to: entries.count, by: entryBytes) {
                switch name(of: entries[at...].prefix(entryBytes)) {
                case "WordDocument": return .doc
                case "Workbook", "Book": return .xls
                case "PowerPoint Document": return .ppt
                default: break
                }
            }
            guard let next = try successor(of: sector, header: header, sectorBytes: sectorBytes, in: file) else { return .unknown }
            sector = next
        }
        return .unknown
    }

    private static func name(of entry: ArraySlice<UInt8>) -> String? {
        guard let length = entry.littleEndian(2, at: 64), length >= 4, length <= 64 else { return nil }
        let units = stride(from: 0, to: length - 2, by: 2).compactMap { entry.littleEndian(2, at: $0).map(UInt16.init) }
        return String(decoding: units, as: UTF16.self)
    }

    private static func successor<Failure>(of sector: Int, header: [UInt8], sectorBytes: Int, in file: FileBytes<Failure>) throws(Failure) -> Int? {
        let perSector = sectorBytes / 4
        guard sector / perSector < fatSectorsInHeader, let fat = header.littleEndian(4, at: 76 + 4 * (sector / perSector)) else { return nil }
        let number = try file.read(at: (fat + 1) * sectorBytes + 4 * (sector % perSector), count: 4)
        // From 0xFFFFFFFA on: end of chain, free, or no sector at all.
        guard let next = number.littleEndian(4, at: 0), next < 0xFFFF_FFFA else { return nil }
        return next
    }
}
