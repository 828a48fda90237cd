import COpenSSL

/// The standard security handler (ISO 32000-2 §7.6), opened with the empty user password.
///
/// A signature's /Contents is never enciphered (§7.6.2); everything else in the file may be.
final class Security {
    enum Method { case identity, rc4, aes128, aes256 }

    /// The encryption dictionary itself is not enciphered.
    let ownNumber: Int?
    private let key: [UInt8]
    private let strings: Method
    private let streams: Method

    init(_ dictionary: PDFDictionary, documentID: [UInt8], ownNumber: Int?, resolve: (PDFObject) throws -> PDFObject) throws {
        self.ownNumber = ownNumber
        guard try resolve(dictionary["Filter"]).name == "Standard" else { throw PDFFault.encrypted("sealed by a security handler other than Standard") }
        let version = try resolve(dictionary["V"]).integer ?? 0
        let revision = try resolve(dictionary["R"]).integer ?? 0
        func method(_ key: String) throws -> Method {
            guard let name = try resolve(dictionary[key]).name, name != "Identity" else { return .identity }
            let filters = try resolve(dictionary["CF"]).dictionary
            switch try resolve(try resolve(filters?[name] ?? .null).dictionary?["CFM"] ?? .null).name {
            case "V2": return .rc4
            case "AESV2": return .aes128
            case "AESV3": return .aes256
            case "None", nil: return .identity
            default: throw PDFFault.encrypted("an unknown crypt filter")
            }
        }
        switch version {
        case 1, 2, 3:
            strings = .rc4
            streams = .rc4
        case 4, 5:
            strings = try method("StrF")
            streams = try method("StmF")
        default: throw PDFFault.encrypted("encryption version \(version)")
        }
        let password = EmptyPassword(
            revision: revision, keyBytes: version == 1 ? 5 : version == 4 ? 16 : (try resolve(dictionary["Length"]).integer ?? 40) / 8,
            owner: try resolve(dictionary["O"]).string?.bytes ?? [], user: try resolve(dictionary["U"]).string?.bytes ?? [],
            userKey: try resolve(dictionary["UE"]).string?.bytes ?? [], permissions: try resolve(dictionary["P"]).integer ?? 0,
            documentID: documentID, sealsMetadata: try resolve(dictionary["EncryptMetadata"]).boolean ?? true)
        guard let key = password.fileKey() else { throw PDFFault.encrypted("the document opens only with a password") }
        self.key = key
    }

    /// The object with all its strings in the clear; streams keep their bytes until they are decoded.
    func opened(_ object: PDFObject, _ reference: PDFReference) throws -> PDFObject {
        switch object {
        case .string(var string):
            string.bytes = try decipher(string.bytes, strings, reference)
            return .string(string)
        case .array(let values): return .array(try values.map { try opened($0, reference) })
        case .dictionary(let dictionary): return .dictionary(try opened(dictionary, reference))
        case .stream(var stream):
            stream.dictionary = try opened(stream.dictionary, reference)
            return .stream(stream)
        default: return object
        }
    }

    private func opened(_ dictionary: PDFDictionary, _ reference: PDFReference) throws -> PDFDictionary {
        var dictionary = dictionary
        let isSignature = !dictionary["ByteRange"].isNull
        for (key, value) in dictionary.entries where !(isSignature && key == "Contents") {
            dictionary.entries[key] = try opened(value, reference)
        }
        return dictionary
    }

    /// The bytes of a stream in the clear; nil where they already are.
    func opened(_ stream: PDFStream, _ reference: PDFReference) throws -> [UInt8]? {
        if stream.dictionary["Type"].name == "XRef" { return nil }
        let filters = stream.dictionary["Filter"]
        let isCrypt = filters.name == "Crypt" || filters.array?.first?.name == "Crypt"
        guard !isCrypt, streams != .identity else { return nil }
        return try decipher(stream.source.bytes(stream.range), streams, reference)
    }

    private func decipher(_ bytes: [UInt8], _ method: Method, _ reference: PDFReference) throws -> [UInt8] {
        switch method {
        case .identity: return bytes
        case .rc4: return Ciphers.rc4(bytes, key: objectKey(reference, isAES: false))
        case .aes128: return Ciphers.aesCBC(bytes, key: objectKey(reference, isAES: true)) ?? []
        case .aes256: return Ciphers.aesCBC(bytes, key: key) ?? []
        }
    }

    private func objectKey(_ reference: PDFReference, isAES: Bool) -> [UInt8] {
        var seed = key
        seed += [0, 8, 16].map { UInt8(reference.number >> $0 & 0xFF) }
        seed += [0, 8].map { UInt8(reference.generation >> $0 & 0xFF) }
        if isAES { seed += Array("sAlT".utf8) }
        return Array(Digest.md5(seed).prefix(min(key.count + 5, 16)))
    }
}
