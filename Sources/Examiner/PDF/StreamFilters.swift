/// Decodes the streams whose content the examiner reads itself: cross-references, object streams, evidence.
///
/// Images and fonts are never decoded here. At most `maxFilters` are applied in a row: stacked compression is how a
/// small file becomes a large one.
enum StreamFilters {
    static let maxFilters = 2

    static func decode(_ raw: ByteSource, _ range: Range<Int>, dictionary: PDFDictionary, budget: Budget, resolve: (PDFObject) throws -> PDFObject) throws -> [UInt8] {
        let filters = try list(try resolve(dictionary["Filter"].isNull ? dictionary["F"] : dictionary["Filter"]), resolve)
        let parameters = try list(try resolve(dictionary["DecodeParms"].isNull ? dictionary["DP"] : dictionary["DecodeParms"]), resolve)
        guard filters.count <= maxFilters else { throw PDFFault.tooComplex("a stream has more than \(maxFilters) filters") }
        var current = raw
        var part = range
        if filters.isEmpty { return raw.bytes(range) }
        var decoded: [UInt8] = []
        for (index, filter) in filters.enumerated() {
            let settings = index < parameters.count ? parameters[index].dictionary : nil
            switch filter.name {
            case "FlateDecode", "Fl":
                decoded = try Predictor(settings, resolve: resolve).undo(try Inflate.decode(current, part, budget: budget))
            case "LZWDecode", "LZW":
                let isEarly = try resolve(settings?["EarlyChange"] ?? .null).integer != 0
                decoded = try Predictor(settings, resolve: resolve).undo(try LZW.decode(current, part, isEarly: isEarly, budget: budget))
            case "ASCIIHexDecode", "AHx": decoded = try ASCIIFilters.hexadecimal(current.bytes(part))
            case "ASCII85Decode", "A85": decoded = try ASCIIFilters.base85(current.bytes(part))
            case "Crypt": decoded = current.bytes(part)
            default: throw PDFFault.malformed("a stream uses the filter \(filter.name ?? "?")")
            }
            current = ByteSource(decoded)
            part = 0..<decoded.count
        }
        return decoded
    }

    private static func list(_ value: PDFObject, _ resolve: (PDFObject) throws -> PDFObject) throws -> [PDFObject] {
        switch value {
        case .null: []
        case .array(let values): try values.map(resolve)
        default: [value]
        }
    }
}
