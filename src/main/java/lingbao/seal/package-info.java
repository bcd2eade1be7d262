/** Holds the home's keys: encrypts what is personal, and makes the keyed hash by which it can still be joined. */
@NullMarked
package lingbao.seal;

import org.jspecify.annotations.NullMarked;
