/// The world failed below the door.
public enum StoreFault: Error, Sendable, Equatable {
    /// The folder was written by a newer program; nothing was touched.
    case newerFolder(version: Int, known: Int)
    /// Another process holds the data folder.
    case folderInUse(String)
    /// A schema file is missing, out of order or does not run.
    case schema(String)
    /// `synchronous=FULL` could not be had.
    case notDurable(String)
    /// The folder for a restore is not empty, or the backup is not one.
    case restore(String)
    /// The log no longer has what a checkpoint vouched for; nothing is signed over it.
    case logBroken(String)
    /// Too many writes wait; later it may work.
    case busy
    /// The transaction that this write shared was ended by the database.
    case groupLost
    /// A text with a NUL in it, which SQLite would cut short.
    case notText
    /// Sealed content whose key is gone: erased, or restored without its keys.
    case sealBroken(String)
}
