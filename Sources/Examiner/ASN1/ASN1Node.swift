/// One value of BER or DER (ITU-T X.690): its tag, and where its content lies.
struct ASN1Node {
    static let maxNesting = 48
    static let maxParts = 100_000

    struct Fault: Error { var detail: String }

    enum Tag {
        static let boolean: UInt8 = 0x01
        static let integer: UInt8 = 0x02
        static let bitString: UInt8 = 0x03
        static let octetString: UInt8 = 0x04
        static let null: UInt8 = 0x05
        static let oid: UInt8 = 0x06
        static let enumerated: UInt8 = 0x0A
        static let utcTime: UInt8 = 0x17
        static let generalizedTime: UInt8 = 0x18
        static let sequence: UInt8 = 0x30
        static let set: UInt8 = 0x31
        /// Context-specific, constructed.
        static func context(_ number: UInt8) -> UInt8 { 0xA0 | number }
        /// Context-specific, primitive.
        static func plainContext(_ number: UInt8) -> UInt8 { 0x80 | number }
    }

    let data: [UInt8]
    /// The identifier octet; tag numbers above 30 are refused, none of the formats here has them.
    let tag: UInt8
    let start: Int
    let content: Range<Int>
    let end: Int
    let nesting: Int

    /// The one value at the beginning of `data`; what follows it is the caller's affair.
    init(_ data: [UInt8]) throws { try self.init(data, at: 0, end: data.count, nesting: 0) }

    init(_ data: [UInt8], at start: Int, end limit: Int, nesting: Int) throws {
        guard nesting <= Self.maxNesting else { throw Fault(detail: "nested deeper than \(Self.maxNesting)") }
        guard start + 2 <= limit else { throw Fault(detail: "cut off at \(start)") }
        tag = data[start]
        guard tag & 0x1F != 0x1F else { throw Fault(detail: "a tag number above 30") }
        self.data = data
        self.start = start
        self.nesting = nesting
        var position = start + 2
        let first = data[start + 1]
        if first == 0x80 {
            guard tag & 0x20 != 0 else { throw Fault(detail: "a primitive value of indefinite length") }
            let body = position
            while true {
                guard position + 2 <= limit else { throw Fault(detail: "an indefinite length does not end") }
                if data[position] == 0, data[position + 1] == 0 { break }
                position = try ASN1Node(data, at: position, end: limit, nesting: nesting + 1).end
            }
            content = body..<position
            end = position + 2
            return
        }
        var length = Int(first)
        if first & 0x80 != 0 {
            let count = Int(first & 0x7F)
            guard count <= 6, position + count <= limit else { throw Fault(detail: "a length of \(count) bytes") }
            length = 0
            for _ in 0..<count {
                length = length << 8 | Int(data[position])
                position += 1
            }
        }
        guard length <= limit - position else { throw Fault(detail: "a value longer than what holds it") }
        content = position..<(position + length)
        end = position + length
    }

    var isConstructed: Bool { tag & 0x20 != 0 }

    /// The encoding, header included.
    var encoded: [UInt8] { Array(data[start..<end]) }

    var bytes: ArraySlice<UInt8> { data[content] }

    func children() throws -> [ASN1Node] {
        guard isConstructed else { throw Fault(detail: "a primitive value has no parts") }
        var nodes: [ASN1Node] = []
        var position = content.lowerBound
        while position < content.upperBound {
            let node = try ASN1Node(data, at: position, end: content.upperBound, nesting: nesting + 1)
            guard nodes.count < Self.maxParts else { throw Fault(detail: "more than \(Self.maxParts) parts") }
            nodes.append(node)
            position = node.end
        }
        return nodes
    }

    func expect(_ wanted: UInt8) throws -> ASN1Node {
        guard tag == wanted else { throw Fault(detail: "tag \(tag) where \(wanted) belongs") }
        return self
    }

    func sequence() throws -> [ASN1Node] { try expect(Tag.sequence).children() }

    func set() throws -> [ASN1Node] { try expect(Tag.set).children() }

    func oid() throws -> OID {
        guard let oid = OID(content: try expect(Tag.oid).bytes) else { throw Fault(detail: "no object identifier") }
        return oid
    }

    /// An OCTET STRING, also in BER's pieces.
    func octets() throws -> [UInt8] {
        if tag == Tag.octetString { return Array(bytes) }
        guard tag == Tag.octetString | 0x20 else { throw Fault(detail: "tag \(tag) where an octet string belongs") }
        return try children().flatMap { try $0.octets() }
    }

    /// A BIT STRING of whole bytes.
    func bits() throws -> [UInt8] {
        let bytes = try expect(Tag.bitString).bytes
        guard let unused = bytes.first, unused <= 7 else { throw Fault(detail: "no bit string") }
        return Array(bytes.dropFirst())
    }

    /// A small INTEGER.
    func small() throws -> Int {
        let bytes = self.bytes
        guard tag == Tag.integer || tag == Tag.enumerated || tag & 0xC0 == 0x80, !bytes.isEmpty, bytes.count <= 7 else { throw Fault(detail: "no small integer") }
        return bytes.dropFirst().reduce(Int(Int8(bitPattern: bytes.first!))) { $0 << 8 | Int($1) }
    }
}
