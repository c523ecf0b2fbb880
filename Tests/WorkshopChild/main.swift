import Workshop

// What `tamga _child` does, without the rest of the server.
ChildMain.run()
