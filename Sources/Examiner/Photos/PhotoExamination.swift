public import PaperWire

extension Examiner {
    /// Reads a photo (JPEG or PNG, at most 10 MB), stands it upright and writes it anew into the JPEG file `output`, no side longer than
    /// `maxSidePx`: pixels alone, so that nothing the camera wrote about place, time or owner goes out with it.
    public func photo(path: String, maxSidePx: Int, output: String) throws -> PhotoFindings {
        guard (64...8192).contains(maxSidePx) else { throw Refused(code: .badJob, detail: "a side of \(maxSidePx) pixels") }
        let source = try ByteSource(mapping: path)
        guard source.count <= PhotoLimits.maxFileBytes else { throw Refused(code: .tooComplex, detail: "a photo of \(source.count) bytes") }
        let file = source.bytes(0..<source.count)
        let exif = Exif(jpeg: file.starts(with: JPEGFile.firstBytes) ? file : [])
        let pixels: PhotoPixels
        if file.starts(with: JPEGFile.firstBytes) {
            pixels = try JPEGFile.decode(file, atLeastPx: maxSidePx)
        } else if file.starts(with: PNGFile.firstBytes) {
            pixels = try PNGFile.decode(path: path, file)
        } else {
            throw Refused(code: .unreadable, detail: "neither JPEG nor PNG")
        }
        let clean = pixels.reduced(to: maxSidePx).upright(exif.orientation)
        let image = try JPEGFile.encode(clean)
        try WholeFile.write(image, to: output)
        return PhotoFindings(
            widthPx: clean.widthPx, heightPx: clean.heightPx, bytes: image.count, differenceHash: clean.differenceHash, takenAt: exif.takenAt, offset: exif.offset,
            latitude: exif.latitude, longitude: exif.longitude)
    }
}
