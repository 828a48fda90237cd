import Glibc
import PaperWire

/// Bytes that stay where they are: a mapped file, or something decompressed.
///
/// Every access is checked, in release as well; a wrong offset stops this process instead of reading a stranger's memory.
final class ByteSource {
    private enum Owner {
        case mapping
        case allocation
    }

    let base: UnsafePointer<UInt8>
    let count: Int
    private let owner: Owner

    /// Maps a whole file for reading.
    init(mapping path: String) throws {
        let file = try OpenFile(path)
        let bytes = file.bytes
        guard bytes > 0 else { throw Refused(code: .unreadable, detail: "the file is empty") }
        let mapped = file.withDescriptor { mmap(nil, bytes, PROT_READ, MAP_PRIVATE, $0, 0) }
        guard let mapped, mapped != MAP_FAILED else { throw Refused(code: .tooComplex, detail: "the file cannot be mapped: \(String(cString: strerror(errno)))") }
        base = UnsafePointer(mapped.assumingMemoryBound(to: UInt8.self))
        count = bytes
        owner = .mapping
    }

    /// As `init(mapping:)`, but a file may be empty: a signature over nothing is one.
    convenience init(mappingAny path: String) throws {
        if try OpenFile(path).bytes == 0 { self.init([UInt8]()) } else { try self.init(mapping: path) }
    }

    init(_ bytes: [UInt8]) {
        let space = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        bytes.withUnsafeBufferPointer { if let from = $0.baseAddress { space.update(from: from, count: bytes.count) } }
        base = UnsafePointer(space)
        count = bytes.count
        owner = .allocation
    }

    deinit {
        switch owner {
        case .mapping: munmap(UnsafeMutableRawPointer(mutating: base), count)
        case .allocation: base.deallocate()
        }
    }

    @inline(__always)
    subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count, "an offset lies outside the bytes")
        return base[index]
    }

    func bytes(_ range: Range<Int>) -> [UInt8] {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range lies outside the bytes")
        return Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    func starts(with text: StaticString, at index: Int, before end: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard index >= 0, end <= count, length <= end - index else { return false }
        return memcmp(base + index, text.utf8Start, length) == 0
    }

    /// Where `text` begins for the last time within `range`.
    func lastIndex(of text: StaticString, in range: Range<Int>) -> Int? {
        let length = text.utf8CodeUnitCount
        var index = min(range.upperBound, count) - length
        let first = text.utf8Start[0]
        while index >= max(range.lowerBound, 0) {
            if base[index] == first, memcmp(base + index, text.utf8Start, length) == 0 { return index }
            index -= 1
        }
        return nil
    }

    func lastIndex(ofText text: [UInt8], in range: Range<Int>) -> Int? {
        var index = min(range.upperBound, count) - text.count
        while index >= max(range.lowerBound, 0) {
            if base[index] == text.first, memcmp(base + index, text, text.count) == 0 { return index }
            index -= 1
        }
        return nil
    }

    /// Where `text` begins for the first time within `range`.
    func firstIndex(of text: StaticString, in range: Range<Int>) -> Int? {
        let length = text.utf8CodeUnitCount
        var index = max(range.lowerBound, 0)
        let last = min(range.upperBound, count) - length
        while index <= last {
            guard let found = memchr(base + index, Int32(text.utf8Start[0]), last - index + 1) else { return nil }
            index = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
            if memcmp(found, text.utf8Start, length) == 0 { return index }
            index += 1
        }
        return nil
    }

    func isEqual(_ range: Range<Int>, to other: ByteSource, _ otherRange: Range<Int>) -> Bool {
        guard range.count == otherRange.count else { return false }
        precondition(range.lowerBound >= 0 && range.upperBound <= count && otherRange.lowerBound >= 0 && otherRange.upperBound <= other.count)
        return memcmp(base + range.lowerBound, other.base + otherRange.lowerBound, range.count) == 0
    }
}
