namespace CleanLogin.Testing.Databases;

/// <summary>
/// A data folder as a first start leaves it, with keys, tables and accounts. It is made once in a run, and every host begins with a copy:
/// making a key ring's certificate anew takes longer than most tests.
/// </summary>
public sealed class PreparedFolder
{
    private readonly Lazy<string> _folder;

    /// <summary>Made when it is first asked for.</summary>
    /// <param name="start">Starts a host on the folder that it is given, and stops it.</param>
    public PreparedFolder(Action<string> start) => _folder = new Lazy<string>(() =>
    {
        var folder = Directory.CreateTempSubdirectory("cleanlogin-first-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        start(folder);
        return folder;
    });

    /// <summary>Gives a folder, which exists, what the first start left. Access rights are copied too.</summary>
    public void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Value))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }
}
