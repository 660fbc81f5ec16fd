using System.Runtime.CompilerServices;

namespace CsirtFlow.Api.Tests.Documents;

/// <summary>Compares with the approved text in <c>Approved/</c> beside the test; UPDATE_SNAPSHOTS=1 writes it anew.</summary>
internal static class Approved
{
    public static void Matches(string name, string actual, [CallerFilePath] string file = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(file)!, "Approved", name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"No approved text {path}.");
        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }
}
