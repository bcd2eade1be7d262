package lingbao.validate;

import java.util.ArrayList;
import java.util.List;
import lingbao.domain.FindingCode;
import org.jspecify.annotations.Nullable;

/** What a cell was understood as: a value, nothing, or nothing that can be taken. */
sealed interface Reading {

    Reading BLANK = new Blank();

    /** Null where the cell is blank or at fault. */
    @Nullable
    Object value();

    /** Whether something stands in the cell, understood or not. */
    boolean isFilled();

    /** What is to be said about it; an error among it for a fault only. */
    List<Remark> remarks();

    Reading with(Remark remark);

    /** Something to say about a cell; the details follow the column's heading in the finding's message. */
    record Remark(FindingCode code, List<String> details) {
        Remark(FindingCode code, String... details) {
            this(code, List.of(details));
        }
    }

    /** A value of the column type's Java type. */
    record Understood(Object value, List<Remark> remarks) implements Reading {
        @Override
        public boolean isFilled() {
            return true;
        }

        @Override
        public Reading with(Remark remark) {
            List<Remark> all = new ArrayList<>(remarks);
            all.add(remark);
            return new Understood(value, List.copyOf(all));
        }
    }

    /** Nothing filled in. */
    record Blank() implements Reading {
        @Override
        public @Nullable Object value() {
            return null;
        }

        @Override
        public boolean isFilled() {
            return false;
        }

        @Override
        public List<Remark> remarks() {
            return List.of();
        }

        @Override
        public Reading with(Remark remark) {
            return this;
        }
    }

    /** Something that has no meaning here, or more than one. */
    record Fault(Remark remark) implements Reading {
        @Override
        public @Nullable Object value() {
            return null;
        }

        @Override
        public boolean isFilled() {
            return true;
        }

        @Override
        public List<Remark> remarks() {
            return List.of(remark);
        }

        @Override
        public Reading with(Remark other) {
            return this;
        }
    }

    static Reading of(Object value) {
        return new Understood(value, List.of());
    }

    /** Understood, though written otherwise than we store it. */
    static Reading normalised(Object value, String asRead) {
        return of(value).with(new Remark(FindingCode.VALUE_NORMALISED, asRead));
    }

    static Reading fault(FindingCode code, String... details) {
        return new Fault(new Remark(code, details));
    }
}
