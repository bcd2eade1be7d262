/** Holds the home's keys: encrypts what is personal, makes the keyed hash by which it can still be joined, and files that only their owner reads. */
@NullMarked
package lingbao.seal;

import org.jspecify.annotations.NullMarked;
