/// What a page became as an image.
public struct RenderedPage: Equatable, Sendable {
    public var widthPx: Int
    public var heightPx: Int
    /// Size of the PNG file.
    public var bytes: Int
}
