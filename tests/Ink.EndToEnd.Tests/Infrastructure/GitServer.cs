using System.Net;
using System.Text;

namespace Ink.EndToEnd.Tests.Infrastructure;

/// <summary>
/// Serves the bare repositories of a folder by git's own HTTP back end (<c>git http-backend</c>) on loopback, to whoever
/// brings the credentials.
/// </summary>
internal sealed class GitServer : IDisposable
{
    private const int Attempts = 5;

    private readonly HttpListener _listener;
    private readonly string _folder;
    private readonly Credentials _credentials;
    private readonly CancellationTokenSource _stopped = new(TimeSpan.FromHours(1));
    private readonly Task _serving;
    private int _refused;

    private GitServer(HttpListener listener, string host, string folder, Credentials credentials)
    {
        _listener = listener;
        _folder = folder;
        _credentials = credentials;
        Host = host;
        _serving = Serve();
    }

    public string Host { get; }

    /// <summary>How many requests came without the right credentials.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <param name="folder">Holds the bare repositories.</param>
    /// <param name="credentials">The only ones it takes.</param>
    public static GitServer Start(string folder, Credentials credentials)
    {
        for (var attempt = 1; ; attempt++)
        {
            var host = $"127.0.0.1:{FreePort.Next()}";
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://{host}/");
            try
            {
                listener.Start();
                return new GitServer(listener, host, folder, credentials);
            }
            catch (HttpListenerException) when (attempt < Attempts)
            {
                listener.Close();
            }
        }
    }

    /// <summary>The address of a repository, without credentials.</summary>
    public string Url(string repository) => $"http://{Host}/{repository}";

    /// <summary>The address of a repository, with credentials in it.</summary>
    public string Url(string repository, Credentials credentials) => $"http://{credentials.UserInfo}@{Host}/{repository}";

    public void Dispose()
    {
        _stopped.Cancel();
        _listener.Close();
        _serving.Wait(TimeSpan.FromSeconds(5));
        _stopped.Dispose();
    }

    private async Task Serve()
    {
        while (!_stopped.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().WaitAsync(_stopped.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or HttpListenerException or ObjectDisposedException)
            {
                _listener.Close();
                return;
            }

            _ = Task.Run(() => Answer(context));
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        try
        {
            if (context.Request.Headers["Authorization"] == $"Basic {_credentials.Basic}")
            {
                await GitHttpBackend.Answer(_folder, _credentials.User, context, _stopped.Token);
            }
            else
            {
                Interlocked.Increment(ref _refused);
                context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
                context.Response.Headers["WWW-Authenticate"] = "Basic realm=\"git\"";
            }

            context.Response.Close();
        }
        catch (Exception exception) when (exception is IOException or HttpListenerException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone, or the test is over: nobody is left to tell.
            context.Response.Abort();
        }
    }
}
