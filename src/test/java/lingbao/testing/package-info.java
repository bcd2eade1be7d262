/** What the tests of several rooms share. Start at {@link lingbao.testing.OnBothDatabases}. */
@NullMarked
package lingbao.testing;

import org.jspecify.annotations.NullMarked;
