using System.Diagnostics;
using System.Text;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>A server that runs as long as this object, and never longer than an hour, even when the test host is killed.</summary>
internal sealed class BackgroundProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private BackgroundProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static BackgroundProcess Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("timeout", ["--kill-after=5", "3600", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new BackgroundProcess(Process.Start(start)!);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            // 'timeout' and its child, by their ids.
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(TimeSpan.FromSeconds(10));
        }

        _process.Dispose();
    }

    private void Append(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
