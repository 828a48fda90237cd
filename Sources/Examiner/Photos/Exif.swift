/// What a camera wrote beside the pixels (EXIF 2.32 in the APP1 segment of a JPEG). Total: any bytes give an answer.
struct Exif: Equatable {
    /// 1…8; 1 where nothing is said.
    var orientation = 1
    /// `2026-11-21T09:00:11`, in the camera's own time …
    var takenAt: String?
    /// … and how far that is from UTC, `+07:00`, where the camera says so.
    var offset: String?
    var latitude: Double?
    var longitude: Double?

    private enum Tag {
        static let orientation = 0x0112, exif = 0x8769, gps = 0x8825
        static let taken = 0x9003, offset = 0x9011
        static let latitudeRef = 1, latitude = 2, longitudeRef = 3, longitude = 4
    }

    /// Of a JPEG file; empty where it has no EXIF that can be read.
    init(jpeg file: [UInt8]) {
        guard let block = Self.block(of: file), let tiff = TIFFBlock(block) else { return }
        let main = tiff.directory(at: tiff.first)
        if let value = main[Tag.orientation].flatMap(tiff.number), (1...8).contains(value) { orientation = value }
        let details = main[Tag.exif].flatMap(tiff.number).map(tiff.directory(at:)) ?? [:]
        takenAt = details[Tag.taken].flatMap(tiff.text).flatMap(Self.instant)
        offset = details[Tag.offset].flatMap(tiff.text).flatMap { $0.wholeMatch(of: /[+-]\d\d:\d\d/) == nil ? nil : $0 }
        let place = main[Tag.gps].flatMap(tiff.number).map(tiff.directory(at:)) ?? [:]
        let north = Self.degrees(place[Tag.latitude], place[Tag.latitudeRef], negative: "S", limit: 90, tiff)
        let east = Self.degrees(place[Tag.longitude], place[Tag.longitudeRef], negative: "W", limit: 180, tiff)
        if let north, let east { (latitude, longitude) = (north, east) }
    }

    /// The TIFF block of the first APP1 segment that says Exif.
    private static func block(of file: [UInt8]) -> ArraySlice<UInt8>? {
        let name: [UInt8] = [0x45, 0x78, 0x69, 0x66, 0, 0]
        var at = 2
        while at + 4 <= file.count, file[at] == 0xFF, file[at + 1] != 0xDA {
            let length = Int(file[at + 2]) << 8 | Int(file[at + 3])
            guard length >= 2, at + 2 + length <= file.count else { return nil }
            let body = file[(at + 4)..<(at + 2 + length)]
            if file[at + 1] == 0xE1, body.starts(with: name) { return body.dropFirst(name.count) }
            at += 2 + length
        }
        return nil
    }

    /// `2026:11:21 09:00:11` as ISO 8601.
    private static func instant(_ text: String) -> String? {
        guard let match = text.wholeMatch(of: /(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/), match.1 != "0000" else { return nil }
        return "\(match.1)-\(match.2)-\(match.3)T\(match.4)"
    }

    private static func degrees(_ value: TIFFBlock.Entry?, _ reference: TIFFBlock.Entry?, negative: String, limit: Double, _ tiff: TIFFBlock) -> Double? {
        guard let parts = value.flatMap(tiff.fractions), parts.count == 3, let side = reference.flatMap(tiff.text) else { return nil }
        let degrees = parts[0] + parts[1] / 60 + parts[2] / 3600
        guard degrees.isFinite, degrees <= limit else { return nil }
        return side == negative ? -degrees : degrees
    }
}
