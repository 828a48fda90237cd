extension PageImages {
    public struct Configuration: Sendable {
        /// `DIR/cache/pages`.
        public var folder: String
        /// Size the cache may have before the least recently used images go.
        public var limitBytes = 2 << 30
        /// What a sweep leaves of `limitBytes`, in percent, so that it need not run for every image.
        public var keptPercent = 90
        /// Widths that exist; a request gets the next larger one, or the largest.
        public var widthsPx = [480, 800, 1200, 1600, 2400]
        /// Largest image accepted from a worker.
        public var maxImageBytes = 64 << 20

        public init(folder: String) { self.folder = folder }

        /// The width a request for `widthPx` gets.
        public func snapped(_ widthPx: Int) -> Int {
            widthsPx.filter { $0 >= widthPx }.min() ?? widthsPx.max() ?? widthPx
        }
    }
}
