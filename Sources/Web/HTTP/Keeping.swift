/// What a device may do with a page it was shown.
enum Keeping {
    /// `Cache-Control`: kept and asked about again each time, or not kept at all.
    static func header(_ mayStay: Bool) -> String { mayStay ? "private, no-cache" : "no-store" }
}
