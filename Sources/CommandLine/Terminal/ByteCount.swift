/// A size as people read it, in binary units with a decimal comma or point: 1,5 MiB.
struct ByteCount: CustomStringConvertible {
    let bytes: Int64

    init(_ bytes: Int64) { self.bytes = bytes }

    var description: String {
        guard bytes >= 1024 else { return "\(bytes) B" }
        var tenths = bytes * 10 / 1024
        var units = ["KiB", "MiB", "GiB"][...]
        while tenths >= 10_240, units.count > 1 {
            tenths /= 1024
            units = units.dropFirst()
        }
        return "\(tenths / 10)\(Tongue.pick(vi: ",", en: "."))\(tenths % 10) \(units[units.startIndex])"
    }
}
