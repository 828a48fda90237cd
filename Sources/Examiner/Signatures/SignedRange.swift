/// The part of the file a signature covers: everything up to `end` but its own /Contents.
struct SignedRange {
    let gap: Range<Int>
    let end: Int

    var ranges: [Range<Int>] { [0..<gap.lowerBound, gap.upperBound..<end] }

    /// Strict: four non-negative integers, from the first byte on, and left out is exactly the /Contents string as it stands in the file.
    init(_ value: PDFObject, contents: PDFObject, in source: ByteSource, end limit: Int) throws(ByteRangeFault) {
        guard case .array(let numbers) = value else { throw value.isNull ? .missing : .notFourIntegers }
        guard numbers.count == 4 else { throw .notFourIntegers }
        var values: [Int] = []
        for number in numbers {
            if case .real = number { throw .negative }
            guard let integer = number.integer else { throw .notFourIntegers }
            guard integer >= 0 else { throw .negative }
            values.append(integer)
        }
        guard values[0] == 0 else { throw .doesNotBeginAtStart }
        let (end, overflow) = values[2].addingReportingOverflow(values[3])
        guard !overflow, end <= limit, values[1] <= values[2] else { throw .beyondFile }
        gap = values[1]..<values[2]
        self.end = end
        // A gap wider than the string would leave room for unsigned bytes; one elsewhere would leave the real content unsigned.
        guard let string = contents.string, string.isHexadecimal, string.range == gap, Self.isPlainHexadecimal(gap, in: source) else { throw .gapIsNotContents }
    }

    private static func isPlainHexadecimal(_ gap: Range<Int>, in source: ByteSource) -> Bool {
        guard gap.count >= 2, source[gap.lowerBound] == UInt8(ascii: "<"), source[gap.upperBound - 1] == UInt8(ascii: ">") else { return false }
        return (gap.lowerBound + 1..<gap.upperBound - 1).allSatisfy { Characters.hexadecimal(source[$0]) != nil }
    }
}
