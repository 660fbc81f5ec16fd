using CsirtFlow.Api.Platform;

namespace CsirtFlow.Api.Tests;

/// <summary>What is remembered is never older than the last change that this process knows of.</summary>
public sealed class RememberedTests
{
    private readonly Remembered<string> remembered = new(TimeSpan.FromHours(1));

    [Fact]
    public async Task What_was_read_is_not_read_again_until_it_changes()
    {
        Assert.Equal("a", await remembered.Get("x", () => Task.FromResult<string?>("a")));
        Assert.Equal("a", await remembered.Get("x", () => Task.FromResult<string?>("b")));
        Assert.Equal("c", await remembered.Get("y", () => Task.FromResult<string?>("c")));

        remembered.Forget("x");

        Assert.Equal("b", await remembered.Get("x", () => Task.FromResult<string?>("b")));
        Assert.Equal("c", await remembered.Get("y", () => Task.FromResult<string?>("d")));
    }

    [Fact]
    public async Task What_was_being_read_while_it_changed_is_not_remembered()
    {
        var reading = new TaskCompletionSource<string?>();
        var slow = remembered.Get("x", () => reading.Task);
        remembered.Forget("x");
        reading.SetResult("old");

        Assert.Equal("old", await slow);
        Assert.Equal("new", await remembered.Get("x", () => Task.FromResult<string?>("new")));
    }
}
