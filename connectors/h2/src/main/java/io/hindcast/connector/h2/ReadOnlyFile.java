package io.hindcast.connector.h2;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.util.List;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A file system for H2 in which every file is opened for reading only and every change is refused. Public because H2
/// makes instances of it by reflection.
public final class ReadOnlyFile extends FilePathWrapper {
    static final String SCHEME = "hindcast-read-only";

    /// The files that an attempt to open a database has opened, so that a failed attempt leaves none open.
    static final ScopedValue<List<FileChannel>> OPENED = ScopedValue.newInstance();

    public ReadOnlyFile() {}

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (!mode.equals("r")) {
            throw refused();
        }
        var channel = new ReadOnlyChannel(getBase().toString());
        if (OPENED.isBound()) {
            OPENED.get().add(channel);
        }
        return channel;
    }

    @Override
    public boolean canWrite() {
        return false;
    }

    @Override
    public boolean setReadOnly() {
        return false;
    }

    @Override
    public boolean createFile() {
        return false;
    }

    @Override
    public void createDirectory() {
        throw new UnsupportedOperationException("opened for reading only");
    }

    @Override
    public void delete() {
        throw new UnsupportedOperationException("opened for reading only");
    }

    @Override
    public void moveTo(FilePath newName, boolean atomicReplace) {
        throw new UnsupportedOperationException("opened for reading only");
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        throw refused();
    }

    @Override
    public FilePath createTempFile(String suffix, boolean inTempDir) throws IOException {
        return getBase().createTempFile(suffix, true);
    }

    private static IOException refused() {
        return new IOException("opened for reading only");
    }
}
