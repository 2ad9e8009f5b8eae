using Ink.Model.Collections;

namespace Ink.Model.Tests.Collections;

public class EquatableArrayTests
{
    [Fact]
    public void Arrays_of_equal_elements_are_equal()
    {
        var (left, right) = (new EquatableArray<string>(["a", "b"]), new EquatableArray<string>(["a", "b"]));

        Assert.True(left == right);
        Assert.True(left.Equals((object)right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void Order_and_elements_tell_arrays_apart()
    {
        EquatableArray<string> array = new(["a", "b"]);

        Assert.True(array != new EquatableArray<string>(["b", "a"]));
        Assert.True(array != new EquatableArray<string>(["a"]));
        Assert.False(array.Equals("a"));
    }

    [Fact]
    public void The_default_is_the_empty_array()
    {
        EquatableArray<string> array = default;

        Assert.Empty(array);
        Assert.True(array == new EquatableArray<string>([]));
        Assert.Equal(array.GetHashCode(), new EquatableArray<string>([]).GetHashCode());
        Assert.Throws<ArgumentOutOfRangeException>(() => array[0]);
    }

    [Fact]
    public void Later_changes_of_the_source_do_not_show()
    {
        string[] source = ["a"];
        var array = source.ToEquatableArray();
        source[0] = "b";

        Assert.Equal("a", array[0]);
    }
}
